import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RosterStorage } from "../../src/storage.ts";
import { dump } from "../../src/testing/dump.ts";
import { ask, listCallIn } from "../support/property/queries.ts";
import { type Answer, countedIds, onMemory, onSqlite, play, rosterOn, run } from "../support/property/roster.ts";
import type { Step } from "../support/commands/step.ts";
import { founding, historyIn, opening, populating, stepIn } from "../support/property/steps.ts";
import { north, owner, scim, south, workspaceIds } from "../support/property/values.ts";

const organizations = [north, south] as const;
const beginning = organizations.flatMap((id) => populating(id));
const interleaved = fc
  .array(fc.oneof(stepIn({ organizationId: north }), stepIn({ organizationId: south })), { maxLength: 20, size: "max" })
  .map((steps) => [...beginning, ...steps]);

describe.each([
  { engine: "memory", on: onMemory, numRuns: 40 },
  { engine: "SQLite", on: onSqlite, numRuns: 20 },
])("organizations do not affect each other, even if their ids are equal ($engine)", ({ on, numRuns }) => {
  it("answers and stores for each organization what it would in a store of its own", () =>
    fc.assert(
      fc.asyncProperty(interleaved, fc.array(listCallIn(north), { maxLength: 4 }), (steps, lists) =>
        on(async (shared) => {
          const { roster, playCounted } = rosterForBoth(shared);
          const answers = await playCounted(steps);

          for (const organizationId of organizations) {
            const own = steps.filter((step) => step.input.organizationId === organizationId);
            await on(async (separate) => {
              const alone = rosterForBoth(separate);
              const isOwn = (_: unknown, index: number) => steps[index]?.input.organizationId === organizationId;
              expect(answers.filter(isOwn)).toEqual(await alone.playCounted(own));
              expect(await dump(shared, organizationId)).toEqual(await dump(separate, organizationId));
              for (const list of lists) {
                const call = { ...list, input: { ...list.input, organizationId } } as typeof list;
                expect(await ask(roster, call)).toEqual(await ask(alone.roster, call));
              }
            });
          }
        }),
      ),
      { numRuns },
    ));

  it("answers an id that only another organization has like one that does not exist, in every field", () =>
    fc.assert(
      fc.asyncProperty(historyIn(), (history) =>
        on((one) =>
          on(async (other) => {
            const foreign = await answersAbout("foreign", one, history);
            const missing = await answersAbout("missing", other, history);

            expect(foreign.replaceAll("foreign", "missing")).toBe(missing);
          }),
        ),
      ),
      { numRuns: numRuns / 2 },
    ));

  it("rejects a cursor of another organization", () =>
    fc.assert(
      fc.asyncProperty(interleaved, listCallIn(south, fc.constant(scim)), (steps, list) =>
        on(async (storage) => {
          const { roster, playCounted } = rosterForBoth(storage);
          await playCounted(steps);
          const first = await ask(roster, list, { limit: 1 });
          fc.pre(first.isOk() && first.value.next !== null);

          const call = { ...list, input: { ...list.input, organizationId: north } } as typeof list;
          const answer = await ask(roster, call, { after: first._unsafeUnwrap().next ?? "" });

          expect(answer._unsafeUnwrapErr()).toEqual({ code: "invalid_cursor" });
        }),
      ),
      { numRuns: numRuns / 2 },
    ));
});

/** A roster that counts ids per organization, so that neither shows how many commands the other had. */
function rosterForBoth(storage: RosterStorage) {
  const counted: Readonly<Record<string, () => string>> = { [north]: countedIds(), [south]: countedIds() };
  let turn: string = north;
  const roster = rosterOn(storage, { createId: () => counted[turn]?.() ?? "" });

  async function playCounted(steps: readonly Step[]): Promise<readonly Answer[]> {
    const answers: Answer[] = [];
    for (const step of steps) {
      turn = step.input.organizationId ?? north;
      answers.push(await run(roster, step));
    }
    return answers;
  }

  return { roster, playCounted };
}

/** All answers in the north about an id, in a store in which "foreign" is a user, workspace, name and key of the south. */
async function answersAbout(id: string, storage: RosterStorage, history: readonly Step[]): Promise<string> {
  const roster = rosterOn(storage);
  const ofSouth = rosterOn(storage, { createId: countedIds("foreign") });
  const foreign = { userId: "foreign", role: "admin" as const };
  const command = { organizationId: south, actor: scim };
  const members = [{ ...foreign, displayName: "foreign", email: "foreign@south.example" }];
  await play(ofSouth, [
    founding(south),
    { command: "addOrganizationMembers", input: { ...command, members, idempotencyKey: "foreign" } },
    { command: "createWorkspace", input: { ...command, workspaceId: "foreign", name: "foreign", admin: owner } },
    { command: "addMembers", input: { ...command, workspaceId: "foreign", members: [foreign], idempotencyKey: null } },
  ]);
  await play(roster, [...history, opening(north)]);

  const here = { organizationId: north, workspaceId: workspaceIds[0], actor: scim };
  const there = { ...here, workspaceId: id };
  const byThem = { ...here, actor: { userId: id } };
  const ofWorkspace = { ...there, actor: { userId: owner } };
  const listed = { organizationId: north, actor: scim };
  const answers = [
    await roster.addMembers({ ...there, members: [{ userId: owner, role: "admin" }] }),
    await roster.addMembers({ ...here, members: [{ userId: id, role: "admin" }] }),
    await roster.addMembers({ ...here, members: [{ userId: id, role: "admin" }], mode: "partial" }),
    await roster.addMembers({ ...byThem, members: [{ userId: owner, role: "member" }] }),
    await roster.setMembers({ ...there, members: [{ userId: owner, role: "admin" }] }),
    await roster.setMembers({ ...here, members: [{ userId: id, role: "admin" }] }),
    await roster.changeRoles({ ...there, members: [{ userId: owner, role: "member" }] }),
    await roster.changeRoles({ ...here, members: [{ userId: id, role: "member" }] }),
    await roster.removeMembers({ ...there, userIds: [owner] }),
    await roster.removeMembers({ ...here, userIds: [id] }),
    await roster.leaveWorkspace({ ...here, actor: byThem.actor }),
    await roster.leaveWorkspace({ ...there, actor: { userId: owner } }),
    await roster.undoAddMembers({ ...listed, operationId: `${id}-7` }),
    await roster.updateWorkspace({ ...there, name: "Theirs" }),
    await roster.archiveWorkspace(there),
    await roster.restoreWorkspace(there),
    await roster.restoreWorkspace({ ...here, admin: id }),
    await roster.changeOrganizationRoles({ ...listed, members: [{ userId: id, role: "admin" }] }),
    await roster.updateProfiles({ ...listed, members: [{ userId: id, displayName: "Theirs" }] }),
    await roster.removeOrganizationMembers({ ...listed, userIds: [id] }),
    await roster.removeOrganizationMembers({ ...listed, userIds: ["bo"], successor: id }),
    await roster.preview.addMembers({ ...there, members: [{ userId: owner, role: "admin" }] }),
    await roster.createWorkspace({ ...listed, name: "Theirs", admin: id }),
    await roster.createWorkspace({ ...listed, name: "Theirs", actor: byThem.actor }),
    await roster.listMembers(there),
    await roster.listMembers(ofWorkspace),
    await roster.listMembers(byThem),
    await roster.listMembers({ ...here, search: id }),
    await roster.candidates(there),
    await roster.candidates(ofWorkspace),
    await roster.candidates({ ...here, search: id }),
    await roster.listWorkspaces({ ...listed, search: id }),
    await roster.listWorkspaces({ ...listed, actor: byThem.actor }),
    await roster.workspacesOf({ organizationId: north, userId: id }),
    await roster.listOrganizationMembers({ ...listed, search: id }),
    await roster.listOrganizationMembers({ ...listed, actor: byThem.actor }),
    await roster.access({ ...idsOf(there), userId: owner }),
    await roster.access({ ...idsOf(here), userId: id }),
    await roster.accessMany({ organizationId: north, workspaceIds: [here.workspaceId, id], userIds: [owner, id] }),
    await roster.can({ ...idsOf(there), userId: owner, permission: "members:manage" }),
    await roster.events({ ...listed, workspaceId: id }),
    await roster.events({ ...listed, userId: id }),
    await roster.events({ ...listed, operationId: `${id}-7` }),
    await roster.events({ ...listed, actor: byThem.actor }),
    // From here on the north uses the id itself.
    await roster.createWorkspace({ ...there, name: id, admin: owner, idempotencyKey: id }),
    await roster.addOrganizationMembers({ ...listed, members: [{ userId: id, displayName: id, role: "billing" }] }),
    await roster.addMembers({ ...there, members: [{ userId: id, role: "member" }] }),
    await roster.workspacesOf({ organizationId: north, userId: id }),
    await roster.listMembers(there),
  ];
  return JSON.stringify(answers.map((answer) => (answer.isOk() ? { ok: answer.value } : { error: answer.error })));
}

function idsOf({ organizationId, workspaceId }: { readonly organizationId: string; readonly workspaceId: string }) {
  return { organizationId, workspaceId };
}
