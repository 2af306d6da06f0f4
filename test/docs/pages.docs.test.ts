import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { filesLike, pages, textOf } from "../support/docs/pages.ts";

const records = filesLike("docs/decisions/[0-9]*.md");

describe("docs/README.md", () => {
  const linked = linesOf("docs/README.md").flatMap((line) => {
    const [, path, meaning] = /^- \[[^\]]+\]\(([^)]+)\): (.+)$/.exec(line) ?? [];
    return path === undefined || meaning === undefined ? [] : [posix.join("docs", path)];
  });

  it("has one line for each page except the decision records", () => {
    const expected = pages().filter((page) => page !== "docs/README.md" && !records.includes(page));

    expect(linked.toSorted()).toEqual([...expected, "CHANGELOG.md"].toSorted());
  });
});

describe("docs/decisions", () => {
  const status = /^Status: (Accepted|Superseded by \[\d+\]\([^)]+\.md\)) \((\d{4}-\d{2}-\d{2})\)$/;

  it.each(records)("%s has its row in the list, with its title, status and date", (record) => {
    const [title = "", , line = ""] = linesOf(record);
    const [, number, name] = /^# (\d+)\. (.+)$/.exec(title) ?? [];
    const [, state, date] = status.exec(line) ?? [];

    const row = [`[${number}](${posix.basename(record)})`, name, state, date];
    expect(rowsOf("docs/decisions/README.md")).toContainEqual(row);
  });

  it("has no row without a record", () => {
    expect(rowsOf("docs/decisions/README.md")).toHaveLength(records.length);
  });
});

function linesOf(page: string): readonly string[] {
  return textOf(page).split("\n");
}

/** The cells of the rows that begin with a link. */
function rowsOf(page: string): readonly (readonly string[])[] {
  return linesOf(page)
    .filter((line) => line.startsWith("| ["))
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
}
