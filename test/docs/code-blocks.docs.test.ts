import { describe, expect, it } from "vitest";
import { createRoster } from "workspace-roster";
import { memoryStorage } from "workspace-roster/memory";
import { blocksIn, problemWith, regionsIn } from "../support/docs/code.ts";
import { filesLike, pages, textOf } from "../support/docs/pages.ts";

/** Tests, of which those of the drivers run with the heavy suites, and the example that the fault suites run. */
const sources = [
  ...filesLike("test/{docs,drivers}/**/*.{docs,drivers}.test.ts"),
  ...filesLike("examples/etcd-storage/*.ts"),
];
const regions = sources.flatMap((file) => regionsIn(file, textOf(file)));
// The signatures on this page are generated from the source.
const written = pages().filter((page) => page !== "docs/storage-port.md");
const blocks = written.flatMap((page) => blocksIn(page, textOf(page)));

describe("the TypeScript blocks of the README and the docs", () => {
  it.each(blocks.map((block) => ({ ...block })))("$place is a region of a test that runs", (block) => {
    expect(problemWith(block, regions)).toBeNull();
  });

  it("exist, and every region is one of them", () => {
    const shown = new Set(blocks.map(({ code }) => code));

    expect(blocks.length).toBeGreaterThan(0);
    expect(regions.filter(({ code }) => !shown.has(code)).map(({ place }) => place)).toEqual([]);
  });
});

describe("docs/commands-and-queries.md", () => {
  const page = "docs/commands-and-queries.md";
  const code = blocksIn(page, textOf(page)).map((block) => block.code);
  const roster = createRoster({ storage: memoryStorage() });
  const methods = [...Object.keys(roster), ...Object.keys(roster.maintenance)];

  it.each(methods)("has an example of %s", (method) => {
    expect(code.some((block) => new RegExp(`\\broster\\.(maintenance\\.)?${method}\\b`).test(block))).toBe(true);
  });
});

describe("a block that no test runs", () => {
  const page = "Text.\n\n```ts\nconst a = 1;\nconst b = 2;\n```\n\n```sh\nnpm test\n```\n";
  const [block] = blocksIn("page.md", page);

  it("is found at its line; blocks in other languages are ignored", () => {
    expect(blocksIn("page.md", page)).toEqual([{ place: "page.md:3", code: "const a = 1;\nconst b = 2;" }]);
  });

  it("is reported with the first line that differs from the most similar region", () => {
    const near = regionsIn("some.docs.test.ts", "  // #region one\n  const a = 1;\n  const b = 3;\n  // #endregion\n");

    expect(block && problemWith(block, near)).toBe(
      [
        "page.md:3: no test runs this block. The region most like it is some.docs.test.ts:1; line 2 differs:",
        "  page: const b = 2;",
        "  test: const b = 3;",
      ].join("\n"),
    );
  });

  it("is reported with what to do if no region is similar", () => {
    expect(block && problemWith(block, [])).toContain('Write it between "// #region name" and "// #endregion"');
  });
});
