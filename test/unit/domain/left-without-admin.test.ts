import { describe, expect, it } from "vitest";
import { leftWithoutAdmin } from "../../../src/domain/facts/left-without-admin.ts";
import { defaultWorkspaceRoles } from "../../../src/domain/workspace/workspace-roles.ts";
import { admin, archived, aWorkspace, member, workspaceFacts } from "../../support/facts.ts";
import { ada, web } from "../../support/ids.ts";

const withAdmin = workspaceFacts({ assignments: [admin(ada)] });
const withoutAdmin = workspaceFacts({ assignments: [member(ada)] });

describe("M9: leftWithoutAdmin", () => {
  it.each([
    ["a workspace that lost its last admin", withAdmin, withoutAdmin, [web]],
    ["no workspace that keeps an admin", withAdmin, withAdmin, []],
    ["no workspace that had none before", withoutAdmin, withoutAdmin, []],
    ["no archived workspace", withAdmin, workspaceFacts({ workspaces: [archived()] }), []],
    ["no new workspace", workspaceFacts({ workspaces: [] }), workspaceFacts({ workspaces: [aWorkspace()] }), []],
  ])("names %s", (_, before, after, left) => {
    expect(leftWithoutAdmin(before, after, defaultWorkspaceRoles)).toStrictEqual(left);
  });
});
