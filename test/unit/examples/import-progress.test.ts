import { describe, expect, it } from "vitest";
import { planImport } from "../../../examples/import/import-plan.ts";
import { parseOrganizationFile } from "../../../examples/import/organization-file.ts";
import { asWritten } from "../../../examples/import/same-spelling.ts";
import { progressOf } from "../../../examples/import/show-progress.ts";

/** What is written while 2 people and then 40 teams of the organization `acme` are imported. */
function written(isTTY: boolean): readonly string[] {
  const teams = Array.from({ length: 40 }, (_, index) => `t${index}: {}`).join(", ");
  const file = parseOrganizationFile(`orgs: { acme: { admins: [ada], members: [bo], teams: { ${teams} } } }`);
  const [plan] = file.andThen((content) => planImport(content, asWritten))._unsafeUnwrap();
  if (plan === undefined) throw new Error("An organization in the file makes a plan.");
  const writes: string[] = [];
  const tell = progressOf(plan, {
    isTTY,
    write: (text) => writes.push(text),
    clearLine: () => writes.push("<clear>"),
    cursorTo: (column) => writes.push(`<to ${column}>`),
  });
  tell({ people: 2, workspaces: 0 });
  for (let workspaces = 1; workspaces <= 40; workspaces += 1) tell({ people: 2, workspaces });
  return writes;
}

describe("the progress of an import", () => {
  it("is one line that changes on a terminal, and gone at the end", () => {
    const writes = written(true);

    expect(writes.slice(0, 3)).toEqual(["<clear>", "<to 0>", "acme: 2 of 2 people, 0 of 40 workspaces"]);
    expect(writes.slice(-3)).toEqual(["<clear>", "<to 0>", ""]);
    expect(writes.join("")).not.toContain("\n");
  });

  it("is about ten lines elsewhere, the last one at the end", () => {
    const writes = written(false);

    expect(writes.length).toBeGreaterThanOrEqual(9);
    expect(writes.length).toBeLessThanOrEqual(11);
    expect(writes.at(-1)).toBe("acme: 2 of 2 people, 40 of 40 workspaces\n");
  });
});
