import { expect, it, vi } from "vitest";

const log = vi.spyOn(console, "log").mockImplementation(() => undefined);

// #region program
import { DatabaseSync } from "node:sqlite";
import { createRoster, describeError } from "workspace-roster";
import { sqliteStorage } from "workspace-roster/sqlite";

const storage = sqliteStorage({ database: new DatabaseSync(":memory:") });
const roster = createRoster({ storage });

const organizationId = "acme";
const workspaceId = "research";
const actor = { userId: "ada" };
const owner = { userId: "ada", displayName: "Ada" };

const ready = await storage
  .migrate()
  .andThen(() => roster.createOrganization({ organizationId, name: "Acme", owner }))
  .andThen(() =>
    roster.addOrganizationMembers({
      organizationId,
      actor,
      members: [
        { userId: "bo", role: "billing", displayName: "Bo" },
        { userId: "cy", role: "member", displayName: "Cy" },
      ],
    }),
  )
  .andThen(() => roster.createWorkspace({ organizationId, actor, workspaceId, name: "Research" }));
if (ready.isErr()) throw new Error(describeError(ready.error, { withCause: true }));

const outcome = await roster.addMembers({
  organizationId,
  workspaceId,
  actor,
  members: [
    { userId: "bo", role: "admin" },
    { userId: "cy", role: "member" },
  ],
});

if (outcome.isOk()) console.log("added", outcome.value.added);
else console.log(outcome.error.code, describeError(outcome.error));
// #endregion

const shown = [...log.mock.calls];
log.mockClear();

it("shows who was added", () => {
  expect(shown).toEqual([
    [
      "added",
      [
        { userId: "bo", role: "admin" },
        { userId: "cy", role: "member" },
      ],
    ],
  ]);
});

it("makes a billing member an admin of the workspace: neither role implies the other", async () => {
  const people = await roster.listMembers({ organizationId, workspaceId, actor, search: "bo" });

  expect(people.map(({ items }) => items)._unsafeUnwrap()).toEqual([
    { userId: "bo", displayName: "Bo", email: null, role: "admin", organizationRole: "billing" },
  ]);
});

it("adds nobody twice", async () => {
  // #region add-members
  const outcome = await roster.addMembers({
    organizationId,
    workspaceId,
    actor: { userId: "ada" },
    members: [
      { userId: "bo", role: "admin" },
      { userId: "cy", role: "member" },
    ],
  });

  if (outcome.isOk()) console.log("added", outcome.value.added);
  else console.log(outcome.error.code, describeError(outcome.error));
  // #endregion

  expect(outcome.map(({ unchanged }) => unchanged)._unsafeUnwrap()).toEqual([
    { userId: "bo", role: "admin" },
    { userId: "cy", role: "member" },
  ]);
  expect(log.mock.calls).toEqual([["added", []]]);
  log.mockRestore();
});
