import { describe, expect, it } from "vitest";
import { progressOf } from "../../../examples/admin/import/show-progress.ts";
import { planOf } from "../../support/examples/plan-of.ts";

/** What is written while 2 people and then 40 teams of the organization `acme` are imported. */
function written(isTTY: boolean): readonly string[] {
  const teams = Array.from({ length: 40 }, (_, index) => `t${index}: {}`).join(", ");
  const plan = planOf(`orgs: { acme: { admins: [ada], members: [bo], teams: { ${teams} } } }`);
  const writes: string[] = [];
  const showProgress = progressOf(plan, {
    isTTY,
    write: (text) => writes.push(text),
    clearLine: () => writes.push("<clear>"),
    cursorTo: (column) => writes.push(`<to ${column}>`),
  });
  showProgress({ people: 2, workspaces: 0 });
  for (let workspaces = 1; workspaces <= 40; workspaces += 1) showProgress({ people: 2, workspaces });
  return writes;
}

describe("the progress of an import", () => {
  it("is one changing line on a terminal, which is cleared at the end", () => {
    const writes = written(true);

    expect(writes.slice(0, 3)).toEqual(["<clear>", "<to 0>", "acme: 2 of 2 people, 0 of 40 workspaces"]);
    expect(writes.slice(-3)).toEqual(["<clear>", "<to 0>", ""]);
    expect(writes.join("")).not.toContain("\n");
  });

  it("is about ten lines elsewhere, the last one when everything is done", () => {
    const writes = written(false);

    expect(writes.length).toBeGreaterThanOrEqual(9);
    expect(writes.length).toBeLessThanOrEqual(11);
    expect(writes.at(-1)).toBe("acme: 2 of 2 people, 40 of 40 workspaces\n");
  });
});
