import { writeFileSync } from "node:fs";
import { contractVersion } from "workspace-roster/testing";
import { textOf } from "./report.ts";
import type { Verdict } from "./run-case.ts";

/** Files to write at the end, by their format. */
export interface ReportFiles {
  readonly json: string | undefined;
  readonly junit: string | undefined;
}

export function writeReports(files: ReportFiles, verdicts: readonly Verdict[]): void {
  if (files.json !== undefined) writeFileSync(files.json, `${JSON.stringify(jsonOf(verdicts), null, 2)}\n`);
  if (files.junit !== undefined) writeFileSync(files.junit, junitOf(verdicts));
}

function jsonOf(verdicts: readonly Verdict[]): object {
  const cases = verdicts.map(({ group, name, hint, failure, totalMs }) => ({
    group,
    name,
    passed: failure === null,
    milliseconds: Math.round(totalMs),
    ...(failure === null ? {} : { failure: textOf(failure), usualCause: hint }),
  }));
  const failed = cases.filter(({ passed }) => !passed).length;
  return { contractVersion, passed: cases.length - failed, failed, cases };
}

function junitOf(verdicts: readonly Verdict[]): string {
  const suites = [...Map.groupBy(verdicts, ({ group }) => group)].map(
    ([group, cases]) =>
      `  <testsuite name="${escaped(group)}" ${countsOf(cases)}>\n${cases.map(testcaseOf).join("")}  </testsuite>\n`,
  );
  const name = `workspace-roster contract ${contractVersion}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${name}" ${countsOf(verdicts)}>\n${suites.join("")}</testsuites>\n`;
}

function testcaseOf({ group, name, hint, failure, totalMs }: Verdict): string {
  const start = `    <testcase classname="${escaped(group)}" name="${escaped(name)}" time="${seconds(totalMs)}"`;
  if (failure === null) return `${start}/>\n`;
  const text = textOf(failure);
  const [message = ""] = text.split("\n", 1);
  return `${start}>\n      <failure message="${escaped(message)}">${escaped(`${text}\nusual cause: ${hint}`)}</failure>\n    </testcase>\n`;
}

function countsOf(verdicts: readonly Verdict[]): string {
  const failures = verdicts.filter(({ failure }) => failure !== null).length;
  const totalMs = verdicts.reduce((sum, verdict) => sum + verdict.totalMs, 0);
  return `tests="${verdicts.length}" failures="${failures}" time="${seconds(totalMs)}"`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(3);
}

/** XML 1.0 has no way to write control characters and lone surrogates, so they are replaced. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u{20}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\u{FFFD}")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
