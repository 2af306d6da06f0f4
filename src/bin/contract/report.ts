import { styleText } from "node:util";
import type { Verdict } from "./run-case.ts";

/** Where the program prints. */
export interface Terminal {
  readonly out: (line: string) => unknown;
  readonly error: (line: string) => unknown;
  readonly hasColors: boolean;
}

/** Prints the result of each case when it ends. */
export interface Report {
  add(verdict: Verdict): void;
  /** Prints the totals. */
  end(): void;
}

const slowMs = 1_000;
const maxLines = 24;
const maxLineLength = 2_000;

export function createReport({ out, hasColors }: Terminal): Report {
  const paint = (format: "green" | "red" | "dim" | "bold", text: string): string =>
    hasColors ? styleText(format, text, { validateStream: false }) : text;
  const verdicts: Verdict[] = [];
  const roots = new Map<string, Root>();
  let heading = "";

  function print(verdict: Verdict): void {
    const { group, name, failure, hint, totalMs } = verdict;
    if (heading !== group) out(`\n${paint("bold", group)}`);
    heading = group;
    const duration = totalMs >= slowMs ? paint("dim", ` (${seconds(totalMs)})`) : "";
    out(`  ${failure === null ? paint("green", "✓") : paint("red", "✗")} ${name}${duration}`);
    if (failure === null) return;
    for (const line of linesOf(failure)) out(`      ${line}`);
    // What an author has not written yet, as in the scaffold of init, has no other cause.
    if (!textOf(failure).includes("not written yet")) out(paint("dim", `      usual cause: ${hint}`));
  }

  return {
    add(verdict) {
      verdicts.push(verdict);
      const { group, failure } = verdict;
      const root = failure === null ? undefined : roots.get(textOf(failure));
      if (root !== undefined) {
        root.followers += 1;
        return;
      }
      if (failure !== null && isBasic(group)) roots.set(textOf(failure), { verdict, followers: 0 });
      print(verdict);
    },
    end() {
      const failed = verdicts.filter(({ failure }) => failure !== null);
      const totalMs = verdicts.reduce((sum, verdict) => sum + verdict.totalMs, 0);
      if (failed.length > 0) out(`\n${paint("bold", "Failed:")}`);
      for (const verdict of failed) {
        const root = roots.get(textOf(verdict.failure));
        if (root !== undefined && root.verdict !== verdict) continue;
        out(`  ${paint("red", "✗")} ${verdict.group} › ${verdict.name}`);
        if (root !== undefined && root.followers > 0) out(`      and ${root.followers} more with the same message`);
      }
      const summary = `${verdicts.length - failed.length} passed, ${failed.length} failed, in ${seconds(totalMs)}`;
      out(`\n${paint(failed.length > 0 ? "red" : "green", summary)}`);
    },
  };
}

/** A failure that others may follow from. */
interface Root {
  readonly verdict: Verdict;
  followers: number;
}

/** The groups on which all others build: if one of their cases fails, later ones often fail with the same message. */
function isBasic(group: string): boolean {
  return ["answers", "stores", "load", "commit: guard", "commit: command", "commit: writes"].includes(group);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}

/** The message of an assertion, or the name, message and origin of any other error. */
function linesOf(failure: unknown): readonly string[] {
  const lines = textOf(failure)
    .split("\n")
    .map((line) =>
      line.length <= maxLineLength ? line : `${line.slice(0, maxLineLength)} … ${line.length} characters`,
    );
  if (lines.length <= maxLines) return lines;
  return [...lines.slice(0, maxLines), `… and ${lines.length - maxLines} more lines`];
}

export function textOf(failure: unknown): string {
  if (typeof failure !== "object" || failure === null || !("message" in failure)) return String(failure);
  const { name, message, stack, cause } = failure as Error;
  if (name === "AssertionError" || (name === "HarnessError" && cause === undefined)) return message;
  const place = stack?.split("\n").find((line) => line.trimStart().startsWith("at ")) ?? "";
  return [`${name}: ${message}`, place.trim(), cause === undefined ? "" : `caused by ${textOf(cause)}`]
    .filter((line) => line !== "")
    .join("\n");
}
