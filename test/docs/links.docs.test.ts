import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { filesLike, pages, textOf } from "../support/docs/pages.ts";

const link = /\]\(([^)\s]+)\)/g;
const heading = /^#+ (.+)$/gm;

describe("the links between the pages", () => {
  it.each(pages())("on %s lead to files and headings that exist", (page) => {
    const targets = [...withoutCode(textOf(page)).matchAll(link)].map(([, target]) => target ?? "");

    expect(targets.filter((target) => !target.startsWith("https://") && !leadsSomewhere(page, target))).toEqual([]);
  });

  it("lead from the README to every page", () => {
    const reached = new Set<string>();
    visit("README.md", reached);

    expect(pages().filter((page) => !reached.has(page))).toEqual([]);
  });
});

function leadsSomewhere(page: string, target: string): boolean {
  const [path = "", anchor] = target.split("#");
  const file = path === "" ? page : resolved(page, path);
  if (!filesLike(file).includes(file)) return false;
  return anchor === undefined || anchorsIn(file).includes(anchor);
}

function visit(page: string, reached: Set<string>): void {
  if (reached.has(page) || !pages().includes(page)) return;
  reached.add(page);
  for (const [, target = ""] of withoutCode(textOf(page)).matchAll(link)) {
    visit(resolved(page, target.split("#")[0] ?? ""), reached);
  }
}

function resolved(page: string, path: string): string {
  return posix.join(posix.dirname(page), path);
}

/** The anchors that GitHub generates from the headings. */
function anchorsIn(page: string): readonly string[] {
  return [...withoutCode(textOf(page)).matchAll(heading)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

function withoutCode(text: string): string {
  return text.replaceAll(/^```.*?^```$/gms, "");
}
