import { describe, expect, it } from "vitest";
import { leftWithoutAdmin } from "../../../src/domain/facts/left-without-admin.ts";
import { defaultWorkspaceRoles } from "../../../src/domain/workspace/workspace-roles.ts";
import { admin, archived, aWorkspace, member, workspaceFacts } from "../../support/facts.ts";
import { ada, web } from "../../support/ids.ts";

const withAdmin = workspaceFacts({ assignments: [admin(ada)] });
const withoutAdmin = workspaceFacts({ assignments: [member(ada)] });

describe("M9: leftWithoutAdmin", () => {
  it.each([
    ["one that lost its last admin", withAdmin, withoutAdmin, [web]],
    ["not one that keeps an admin", withAdmin, withAdmin, []],
    ["not one that had none before", withoutAdmin, withoutAdmin, []],
    ["not one that is archived", withAdmin, workspaceFacts({ workspaces: [archived()] }), []],
    ["not one that is new", workspaceFacts({ workspaces: [] }), workspaceFacts({ workspaces: [aWorkspace()] }), []],
  ])("names %s", (_, before, after, left) => {
    expect(leftWithoutAdmin(before, after, defaultWorkspaceRoles)).toStrictEqual(left);
  });
});
