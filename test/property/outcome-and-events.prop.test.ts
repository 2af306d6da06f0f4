import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignmentKey } from "../../src/domain/role-assignment/role-assignment.ts";
import { evolve, noFacts, type OrganizationFacts, type RosterEvent } from "../../src/index.ts";
import { memoryStorage } from "../../src/memory.ts";
import { dump } from "../../src/testing/dump.ts";
import { after, type AnyOutcome, now, rosterOn, run } from "../support/property/roster.ts";
import type { Step } from "../support/commands/step.ts";
import { batchStepIn, historyIn, stepIn } from "../support/property/steps.ts";
import { eventsOf, revisionOf } from "../support/property/tables.ts";
import { north, scim } from "../support/property/values.ts";

const mostlyDone = { actors: [scim], idempotencyKeys: [], hasInvalid: false };

describe("an outcome and the events of its operation agree", () => {
  it("records each change in input order, and nothing if nothing changes", () =>
    fc.assert(
      fc.asyncProperty(historyIn(), async (history) => {
        const storage = memoryStorage();
        const roster = rosterOn(storage);
        for (const step of history) {
          const before = await eventsOf(storage, north);

          const answer = await run(roster, step);

          const events = (await eventsOf(storage, north)).slice(before.length);
          if (answer.isErr() || answer.value.replayed) {
            expect(events).toEqual([]);
            continue;
          }
          const outcome = answer.value;
          expect(events.filter((event) => isListed(step, event))).toMatchObject(changesIn(step, outcome));
          for (const [index, event] of events.entries()) {
            const actor = "actor" in step.input ? step.input.actor : { userId: step.input.owner.userId };
            const { operationId } = outcome;
            const sequence = before.length + 1 + index;
            expect(event).toMatchObject({ organizationId: north, sequence, operationId, actor, at: now });
          }
        }
      }),
      { numRuns: 70 },
    ));

  it("records workspaces as they are stored", () =>
    fc.assert(
      fc.asyncProperty(historyIn({ hasInvalid: false }), async (history) => {
        const { roster, storage, answers } = await after(history);
        const ids = answers.map((answer) => (answer.isOk() ? answer.value.operationId : ""));
        const events = await eventsOf(storage, north);

        for (const [index, step] of history.entries()) {
          const types = events.filter(({ operationId }) => operationId === ids[index]).map(({ type }) => type);
          if (step.command === "archiveWorkspace") expect([[], ["workspace.archived"]]).toContainEqual(types);
          if (step.command === "restoreWorkspace") expect(types.includes("workspace.restored")).toBe(types.length > 0);
        }
        const listed = await roster.listWorkspaces({
          organizationId: north,
          actor: { system: "x" },
          includeArchived: true,
        });
        for (const { workspaceId, name, description } of listed._unsafeUnwrap().items) {
          const told = events.filter(
            (event) => event.type === "workspace.created" || event.type === "workspace.updated",
          );
          expect(told.findLast((event) => event.workspaceId === workspaceId)).toMatchObject({ name, description });
        }
      }),
      { numRuns: 50 },
    ));

  it("records only changes, with the correct previous role", () =>
    fc.assert(
      fc.asyncProperty(historyIn(), async (history) => {
        const { storage } = await after(history);

        let facts = noFacts(north);
        for (const event of await eventsOf(storage, north)) {
          const next = evolve(facts, [event]);
          // An event of its own says that the organization lost its last admin; its count says so already.
          if (event.type === "organization.unowned") expect(next.organization?.adminCount).toBe(0);
          else expect(stateOf(next)).not.toEqual(stateOf(facts));
          expect(previousRoleIn(event)).toBe(previousRoleOf(facts, event));
          facts = next;
        }
      }),
      { numRuns: 70 },
    ));

  it("increments the revision exactly if it wrote events or stored an outcome under an idempotency key", () =>
    fc.assert(
      fc.asyncProperty(historyIn(), async (history) => {
        const storage = memoryStorage();
        const roster = rosterOn(storage);
        for (const step of history) {
          const before = await revisionOf(storage, north);
          const eventsBefore = await eventsOf(storage, north);

          const answer = await run(roster, step);

          const revision = await revisionOf(storage, north);
          const isKept = answer.isOk() && !answer.value.replayed && typeof step.input.idempotencyKey === "string";
          const isWritten = isKept || (await eventsOf(storage, north)).length > eventsBefore.length;
          expect(revision).toBe(before + (isWritten ? 1 : 0));
          if (answer.isOk() && !answer.value.replayed) expect(answer.value.revision).toBe(revision);
        }
      }),
      { numRuns: 70 },
    ));

  it("lists each item of a batch once, in input order (M5)", () =>
    fc.assert(
      fc.asyncProperty(historyIn(), batchStepIn(mostlyDone), async (history, step) => {
        const { roster } = await after(history);

        const answer = await run(roster, { ...step, input: { ...step.input, mode: "partial" } } as Step);

        fc.pre(answer.isOk());
        const { added, changed, removed, unchanged, rejected } = answer._unsafeUnwrap();
        const lists = [added, changed, removed, unchanged, rejected].map(
          (list) => list?.map(({ userId }) => userId) ?? [],
        );
        const input = usersOf(step);
        for (const list of lists) expect(input.filter((userId) => list.includes(userId))).toEqual(list);
        expect(lists.flat().sort()).toEqual([...input].sort());
      }),
      { numRuns: 70 },
    ));

  it("previews the very outcome or refusal, and writes nothing", () =>
    fc.assert(
      fc.asyncProperty(historyIn(), stepIn(), async (history, step) => {
        const { storage, roster } = await after(history);
        const before = await dump(storage, north);

        const previewed = await run(roster.preview, step);

        expect(await dump(storage, north)).toEqual(before);
        const done = await run(roster, step);
        expect(done.map(withoutFreshIds)).toEqual(previewed.map(withoutFreshIds));
      }),
      { numRuns: 70 },
    ));
});

/** What is told of, without the events that told it. */
function stateOf({ organization, members, workspaces, assignments }: OrganizationFacts): unknown {
  return { organization, members, workspaces, roles: [...assignments].map(([key, { role }]) => [key, role]) };
}

/** The user's role before the event, according to the event; undefined for none. */
function previousRoleIn(event: RosterEvent): string | undefined {
  if ("previousRole" in event) return event.previousRole;
  return event.type === "workspace.member.removed" || event.type === "organization.member.removed"
    ? event.role
    : undefined;
}

/** The user's role before the event, according to the facts. */
function previousRoleOf(facts: OrganizationFacts, event: RosterEvent): string | undefined {
  if (!("role" in event)) return undefined;
  if (!("workspaceId" in event)) return facts.members.get(event.userId)?.role;
  return facts.assignments.get(assignmentKey(event.workspaceId, event.userId))?.role;
}

/** A preview and the command after it are two operations with different ids. */
function withoutFreshIds({ operationId, workspaceId, ...outcome }: AnyOutcome): unknown {
  return { ...outcome, workspaceId: workspaceId?.startsWith("id-") === true ? "fresh" : workspaceId };
}

function usersOf({ input }: Step): readonly string[] {
  if ("userIds" in input) return input.userIds;
  return "members" in input ? input.members.map(({ userId }) => userId) : [];
}

/** Whether the outcome lists the change. A removal from the organization also causes events about workspace roles. */
function isListed({ command }: Step, { type }: RosterEvent): boolean {
  if (command === "removeOrganizationMembers") return type === "organization.member.removed";
  if (type === "organization.unowned") return false;
  return !["updateOrganization", "updateWorkspace", "archiveWorkspace", "restoreWorkspace"].includes(command);
}

/** The changes that an outcome lists, as events. */
function changesIn(step: Step, outcome: AnyOutcome): readonly object[] {
  const { added = [], changed = [], removed = [], workspaceId } = outcome;
  const told = (type: string, members: readonly object[]) => members.map((member) => ({ type, ...member }));
  switch (step.command) {
    case "createOrganization": {
      const owner = { ...step.input.owner, email: step.input.owner.email ?? null, role: "admin" };
      return [{ type: "organization.created", name: step.input.name }, ...told("organization.member.added", [owner])];
    }
    case "addOrganizationMembers": {
      const profiles = new Map(step.input.members.map((member) => [member.userId, member]));
      const joined = added.map(({ userId, role }) => {
        const { displayName, email = null } = profiles.get(userId) ?? {};
        return { userId, role, displayName, email };
      });
      return told("organization.member.added", joined);
    }
    case "changeOrganizationRoles":
      return told("organization.member.role_changed", changed);
    case "removeOrganizationMembers":
      return told("organization.member.removed", removed);
    case "updateProfiles":
      return told(
        "organization.member.profile_changed",
        changed.map(({ userId }) => ({ userId })),
      );
    case "createWorkspace": {
      const { name: asked, description: described = "" } = step.input;
      const created = { type: "workspace.created", workspaceId, name: asked, description: described };
      return [created, ...told("workspace.member.added", added).map((event) => ({ ...event, workspaceId }))];
    }
    case "updateOrganization":
    case "updateWorkspace":
    case "archiveWorkspace":
    case "restoreWorkspace":
      return [];
    case "undoAddMembers":
      return told("workspace.member.removed", removed);
    case "addMembers":
    case "changeRoles":
    case "setMembers":
    case "removeMembers":
    case "leaveWorkspace": {
      const done = [
        ...told("workspace.member.added", added),
        ...told("workspace.member.role_changed", changed),
        ...told("workspace.member.removed", removed),
      ].map((event) => ({ ...event, workspaceId: step.input.workspaceId }));
      const order = usersOf(step);
      return done.sort((left, right) => order.indexOf(userOf(left)) - order.indexOf(userOf(right)));
    }
  }
}

function userOf(event: object): string {
  return "userId" in event ? String(event.userId) : "";
}
