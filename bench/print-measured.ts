import { printHeading, printTable } from "../examples/print-table.ts";
import { hundred, type Measured } from "./measured-series.ts";

const targets: ReadonlyMap<number, number> = new Map([
  [1, 4],
  [10_000, 1.5],
]);

/** `circumstances`: the engine and its settings. */
export function printMeasured(results: readonly Measured[], circumstances: string): void {
  printHeading("addMembers beside hand-written SQL with the same guarantees");
  console.log(`  Node ${process.version}, ${circumstances}.\n  Medians; the ratio is that of pairs.`);
  printTable(
    results.map(({ people, users, pairs, bare, roster, ratio, lowRatio, highRatio }) => ({
      people,
      "added at once": users,
      pairs,
      "SQL ms": bare.toFixed(2),
      "roster ms": roster.toFixed(2),
      ratio: `${ratio.toFixed(2)} x`,
      "middle half": `${lowRatio.toFixed(2)}–${highRatio.toFixed(2)}`,
      target: targetOf(users, ratio),
    })),
  );
  printHeading("Time for one member, 100 added at once, by size of the organization");
  printTable(
    results
      .filter(({ users }) => users === hundred.users)
      .map(({ people, bare, roster }) => ({
        people,
        "SQL µs": microseconds(bare),
        "roster µs": microseconds(roster),
        "more than SQL": microseconds(roster - bare),
      })),
  );
}

/** For one member, from milliseconds for a command that adds 100. */
function microseconds(milliseconds: number): string {
  return ((milliseconds / hundred.users) * 1_000).toFixed(1);
}

function targetOf(users: number, ratio: number): string {
  const target = targets.get(users);
  if (target === undefined) return "";
  return `at most ${String(target)} x: ${ratio <= target ? "met" : "MISSED"}`;
}
