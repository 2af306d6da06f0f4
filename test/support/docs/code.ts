/** A TypeScript block of a page, or a region of a test. */
export interface Snippet {
  /** Where it begins, like `README.md:30`. */
  readonly place: string;
  readonly code: string;
}

const fence = /^```(\w*)[^\n]*\n(.*?)^```$/gms;
const region = /^[ \t]*\/\/ #region[^\n]*\n(.*?)^[ \t]*\/\/ #endregion/gms;

/** The TypeScript blocks of a page. */
export function blocksIn(page: string, text: string): readonly Snippet[] {
  return [...text.matchAll(fence)]
    .filter(([, language]) => ["ts", "tsx", "mts", "typescript"].includes(language ?? ""))
    .map((match) => snippet(page, text, match.index, match[2]));
}

/** The code between `// #region name` and `// #endregion`, without its indentation. */
export function regionsIn(file: string, text: string): readonly Snippet[] {
  return [...text.matchAll(region)].map((match) => snippet(file, text, match.index, match[1]));
}

/** Says that no test runs the block, and which region is most like it; null if a test runs it. */
export function problemWith(block: Snippet, regions: readonly Snippet[]): string | null {
  if (regions.some(({ code }) => code === block.code)) return null;
  const lines = block.code.split("\n");
  const alike = regions.map((candidate) => ({ candidate, shared: sharedLines(lines, candidate) }));
  const closest = alike.reduce<{
    readonly candidate: Snippet | null;
    readonly shared: number;
  }>((best, each) => (each.shared > best.shared ? each : best), {
    candidate: null,
    shared: 0,
  });
  if (closest.candidate === null) {
    return `${block.place}: no test runs this block. Write it between "// #region name" and "// #endregion" in a test under test/docs.`;
  }
  const theirs = closest.candidate.code.split("\n");
  const at = lines.findIndex((line, index) => line !== theirs[index]);
  const difference = at === -1 ? theirs.length : at;
  return [
    `${block.place}: no test runs this block. The region most like it is ${closest.candidate.place}; line ${String(difference + 1)} differs:`,
    `  page: ${lines[difference] ?? "(ends)"}`,
    `  test: ${theirs[difference] ?? "(ends)"}`,
  ].join("\n");
}

function snippet(file: string, text: string, index: number, code = ""): Snippet {
  const line = text.slice(0, index).split("\n").length;
  return { place: `${file}:${String(line)}`, code: dedented(code) };
}

function dedented(code: string): string {
  const lines = code.trimEnd().split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join("\n");
}

function sharedLines(lines: readonly string[], { code }: Snippet): number {
  const theirs = new Set(code.split("\n").filter((line) => line.trim().length > 3));
  return lines.filter((line) => theirs.has(line)).length;
}
