import { readFileSync } from "node:fs";
import { err, ok, type Result } from "neverthrow";
import { parse } from "yaml";
import { z } from "zod";

/** A team in the file: its people and the teams inside it. */
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

const maxShownProblems = 10;

/** Reads a YAML file of organizations in the format of peribolos; the error is a sentence. */
export function readOrganizationFile(path: string): Result<OrganizationFile, string> {
  try {
    return parseOrganizationFile(new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)));
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException;
    return err(code === "ENOENT" ? "there is no such file." : message);
  }
}

/** Parses the content of such a file. Settings that do not concern a roster are ignored. */
export function parseOrganizationFile(text: string): Result<OrganizationFile, string> {
  const content = parseYaml(text);
  if (content.isErr()) return err(`it is not YAML: ${content.error}`);
  const parsed = file.safeParse(content.value);
  if (parsed.success) return ok(parsed.data);

  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`);
  const lines = problems.slice(0, maxShownProblems).map((problem) => `\n  ${problem}`);
  const rest = problems.length - lines.length;
  return err(
    `it does not have the form orgs.<id>.{name, admins, members, teams}.${lines.join("")}${rest > 0 ? `\n  … and ${rest} more` : ""}`,
  );
}

/** Parses every scalar as a string, so that somebody may be called 007, 1e3 or true. */
function parseYaml(text: string): Result<unknown, string> {
  try {
    return ok(parse(text, { schema: "failsafe" }));
  } catch (thrown) {
    return err((thrown as Error).message.trim());
  }
}

/** The schema for a value that may be omitted. A key without a value counts as omitted. */
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
    .refine((orgs) => Object.keys(orgs).length > 0, "must contain an organization"),
});
