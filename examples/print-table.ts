import { styleText } from "node:util";

export type Cell = string | number;

/** Prints a heading below an empty line. */
export function printHeading(text: string): void {
  console.log(`\n${styleText("bold", text)}`);
}

/** Prints rows as a table with the keys of the first row as titles. Numbers are right-aligned, with thousands separators. */
export function printTable(rows: readonly Readonly<Record<string, Cell>>[]): void {
  const titles = Object.keys(rows[0] ?? {});
  const columns = titles.map((title) =>
    alignedColumn(
      title,
      rows.map((row) => row[title] ?? ""),
    ),
  );
  const lineAt = (index: number): string => `  ${columns.map((column) => column[index] ?? "").join("  ")}`.trimEnd();

  console.log(styleText("dim", `${lineAt(0)}\n${lineAt(1)}`));
  rows.forEach((_, index) => console.log(lineAt(index + 2)));
}

/** The title, a line and the cells, padded to the same width. */
function alignedColumn(title: string, cells: readonly Cell[]): readonly string[] {
  const texts = cells.map((cell) => (typeof cell === "number" ? cell.toLocaleString("en-US") : cell));
  const width = Math.max(...[title, ...texts].map((text) => text.length));
  const isNumeric = cells.some((cell) => typeof cell === "number");
  return [title, "─".repeat(width), ...texts].map((text) => (isNumeric ? text.padStart(width) : text.padEnd(width)));
}
