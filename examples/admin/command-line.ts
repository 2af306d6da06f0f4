import { parseArgs, type ParseArgsConfig } from "node:util";
import { err, ok, type Result } from "neverthrow";

/** How a command ends: done; refused, failed or only partly done; not started, because its arguments or file are invalid. */
export const exitCodes = { done: 0, notDone: 1, unusable: 2 };

/** The options of every command. */
const commonOptions = {
  database: { type: "string", default: "roster.db" },
  "dry-run": { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

type Options = NonNullable<ParseArgsConfig["options"]>;

/** The values of the options, and the arguments that belong to no option. */
type CommandLine<Own extends Options> = ReturnType<
  typeof parseArgs<{ allowPositionals: true; options: typeof commonOptions & Own }>
>;

/** Reads the common options and those of one command: its arguments, `help`, or a sentence that says what is wrong. */
export function parseCommandLine<const Own extends Options, Arguments>(
  args: readonly string[],
  ownOptions: Own,
  argumentsOf: (commandLine: CommandLine<Own>) => Result<Arguments, string>,
): Result<Arguments | "help", string> {
  try {
    const options = { ...commonOptions, ...ownOptions };
    const commandLine = parseArgs({ args: [...args], allowPositionals: true, options });
    return "help" in commandLine.values && commandLine.values.help === true ? ok("help") : argumentsOf(commandLine);
  } catch (thrown) {
    // The first sentence says what is wrong. The others give advice that does not apply here.
    const [sentence = ""] = (thrown as Error).message.split(". ");
    return err(`${sentence}.`);
  }
}

/** Does the work with the arguments, or prints the help or what is wrong with them. Returns the exit code. */
export async function runCommand<Arguments extends object>(
  parsed: Result<Arguments | "help", string>,
  usage: string,
  work: (given: Arguments) => number | Promise<number>,
): Promise<number> {
  if (parsed.isErr()) return fail(`${parsed.error} Try --help.`, exitCodes.unusable);
  if (parsed.value !== "help") return work(parsed.value);
  console.log(usage);
  return exitCodes.done;
}

/** Prints why a command ends early, and returns its exit code. */
export function fail(message: string, exitCode: number): number {
  console.error(message);
  return exitCode;
}
