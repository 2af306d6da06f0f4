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

  return {
    add(verdict) {
      const { group, name, failure, totalMs } = verdict;
      if (verdicts.at(-1)?.group !== group) out(`\n${paint("bold", group)}`);
      verdicts.push(verdict);
      const duration = totalMs >= slowMs ? paint("dim", ` (${seconds(totalMs)})`) : "";
      out(`  ${failure === null ? paint("green", "✓") : paint("red", "✗")} ${name}${duration}`);
      if (failure !== null) for (const line of linesOf(failure)) out(`      ${line}`);
    },
    end() {
      const failed = verdicts.filter(({ failure }) => failure !== null);
      const totalMs = verdicts.reduce((sum, verdict) => sum + verdict.totalMs, 0);
      if (failed.length > 0) out(`\n${paint("bold", "Failed:")}`);
      for (const { group, name } of failed) out(`  ${paint("red", "✗")} ${group} › ${name}`);
      const summary = `${verdicts.length - failed.length} passed, ${failed.length} failed, in ${seconds(totalMs)}`;
      out(`\n${paint(failed.length > 0 ? "red" : "green", summary)}`);
    },
  };
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
