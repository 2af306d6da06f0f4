import { readFileSync } from "node:fs";
import { err, ok, type Result } from "neverthrow";
import { parse } from "yaml";
import { z } from "zod";

/** A team as the file has it: its people, and the teams inside it. */
export interface FileTeam {
  readonly description: string;
  readonly maintainers: readonly string[];
  readonly members: readonly string[];
  readonly teams: Readonly<Record<string, FileTeam>>;
}

export interface FileOrganization {
  readonly name: string;
  readonly admins: readonly string[];
  readonly members: readonly string[];
  readonly teams: Readonly<Record<string, FileTeam>>;
}

export interface OrganizationFile {
  readonly orgs: Readonly<Record<string, FileOrganization>>;
}

const shownProblems = 10;

/** Reads a file of organizations in the form of peribolos, or says why it cannot. */
export function readOrganizationFile(path: string): Result<OrganizationFile, string> {
  try {
    return parseOrganizationFile(new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)));
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException;
    return err(code === "ENOENT" ? "there is no such file." : message);
  }
}

/** The same for a text. Settings that a roster has no place for are passed over. */
export function parseOrganizationFile(text: string): Result<OrganizationFile, string> {
  const content = parseYaml(text);
  if (content.isErr()) return err(`it is not YAML: ${content.error}`);
  const parsed = file.safeParse(content.value);
  if (parsed.success) return ok(parsed.data);

  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "the whole"}: ${message}`);
  const lines = problems.slice(0, shownProblems).map((problem) => `\n  ${problem}`);
  const rest = problems.length - lines.length;
  return err(
    `it is not in the form orgs.<id>.{name, admins, members, teams}.${lines.join("")}${rest > 0 ? `\n  … and ${rest} more` : ""}`,
  );
}

/** Every scalar becomes a string, so that somebody may be called 007, 1e3 or true. */
function parseYaml(text: string): Result<unknown, string> {
  try {
    return ok(parse(text, { schema: "failsafe" }));
  } catch (thrown) {
    return err((thrown as Error).message.trim());
  }
}

/** The schema for a value that may be left out. A key with nothing behind it counts as left out. */
function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((given) => (given === "" ? undefined : given), schema);
}

const name = z.string().trim().regex(/./su, "must not be empty");
const text = z.string().default("");
const people = optional(z.array(name).default([]));

const team: z.ZodType<FileTeam> = z.lazy(() =>
  z.object({ description: text, maintainers: people, members: people, teams }),
);
const teams = optional(z.record(name, team).default({}));

const file: z.ZodType<OrganizationFile> = z.object({
  orgs: z
    .record(name, z.object({ name: text, admins: people, members: people, teams }))
    .refine((orgs) => Object.keys(orgs).length > 0, "must have an organization"),
});
