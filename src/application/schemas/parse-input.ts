import type { WorkspaceRoles } from "../../domain/workspace/workspace-roles.ts";
import { err, ok, type Result } from "neverthrow";
import type { z } from "zod";
import { quote } from "../../domain/values/quote.ts";
import type { InputIssue, InvalidInput } from "./invalid-input.ts";

/** The settings of a roster that parsers need. */
export interface ParserContext {
  readonly workspaceRoles: WorkspaceRoles;
  readonly maxBatchSize: number;
  readonly createId: () => string;
}

const maxIssues = 100;

/**
 * Copies the input once, checked by the schema. All later steps see only the copy, so getters and proxies cannot change it.
 *
 * A schema may refuse with a refusal of its own (`refuse`), which is returned only if there are no other issues.
 */
export function parseInput<Parsed, Refusal = never>(
  schema: z.ZodType<Parsed>,
  input: unknown,
): Result<Parsed, InvalidInput | Refusal> {
  const parsed = attempt(schema, input);
  if (parsed === "unreadable")
    return err(invalidInput([{ path: "", message: "cannot be read, because a getter or proxy threw" }]));
  if (parsed.success) return ok(parsed.data);

  const { issues } = parsed.error;
  const refusals = issues.map(refusalOf);
  const shapeIssues = issues.filter((_, index) => refusals[index] === undefined);
  if (shapeIssues.length === 0) return err(refusals[0] as Refusal);
  return err(invalidInput(shapeIssues.slice(0, maxIssues).map(inputIssue)));
}

/** The parser of a schema. */
export function parserOf<Parsed, Refusal = never>(
  schema: z.ZodType<Parsed>,
): (input: unknown) => Result<Parsed, InvalidInput | Refusal> {
  return (input) => parseInput(schema, input);
}

/** An issue that carries a refusal with its own code. */
export function refuse(refusal: { readonly code: string }): {
  code: "custom";
  message: string;
  params: { refusal: unknown };
} {
  return { code: "custom", message: refusal.code, params: { refusal } };
}

function invalidInput(issues: readonly InputIssue[]): InvalidInput {
  return { code: "invalid_input", issues };
}

function attempt<Parsed>(schema: z.ZodType<Parsed>, input: unknown): z.ZodSafeParseResult<Parsed> | "unreadable" {
  try {
    return schema.safeParse(input);
  } catch {
    return "unreadable";
  }
}

function refusalOf(issue: z.core.$ZodIssue): unknown {
  return issue.code === "custom" ? issue.params?.["refusal"] : undefined;
}

function inputIssue(issue: z.core.$ZodIssue): InputIssue {
  const message =
    issue.code === "unrecognized_keys" ? `must not have the field ${quote(issue.keys[0] ?? "")}` : issue.message;
  return { path: issue.path.reduce(appended, ""), message };
}

function appended(path: string, step: PropertyKey): string {
  if (typeof step === "number") return `${path}[${step}]`;
  return path === "" ? String(step) : `${path}.${String(step)}`;
}
