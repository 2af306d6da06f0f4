import type { Need } from "../../../application/ports/need.ts";
import type { RosterStorage } from "../../../application/ports/roster-storage.ts";
import type { RosterEvent } from "../../../domain/facts/event.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { workspaceMemberAdded } from "../../builders/new-events.ts";
import { userId, workspaceId } from "../../builders/ids.ts";
import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert, remove, replace } from "../../builders/writes.ts";
import { equal, loaded } from "../../expectations.ts";
import { storageCase } from "../../storage-case.ts";
import { mostUsers, numbered } from "../chunks/chunk-sizes.ts";

const places = ["lab", "shop"];

/**
 * Each user joins both workspaces, leaves the lab, and joins it again. Every third is then given another role there.
 * Returns the events that gave the assignments that they hold at the end.
 */
async function addAgain(storage: RosterStorage, users: readonly string[], id: string): Promise<readonly RosterEvent[]> {
  const acme = batchBuilder(storage, id);
  const envelope = { actor: { system: id } };
  await acme.create({ writes: places.map((place) => insert.workspace(aWorkspace(place))) });
  await acme.commit({ writes: users.map((user) => insert.member(aMember(user))) });
  let sequence = 0;
  const join = (place: string) =>
    acme.commit({
      writes: users.map((user) => insert.assignment(anAssignment(place, user, { sequence: (sequence += 1) }))),
      newEvents: users.map((user) => workspaceMemberAdded(place, user)),
      envelope,
    });
  await join("lab");
  const inShop = await join("shop");
  await acme.commit({
    writes: users.map((user) => remove.assignment("lab", user)),
    newEvents: users.map((user) => ({
      type: "workspace.member.removed",
      workspaceId: workspaceId("lab"),
      userId: userId(user),
      role: "member",
    })),
    envelope,
  });
  sequence += users.length;
  const again = await join("lab");
  const promoted = users.filter((_, index) => index % 3 === 0);
  const changed = await acme.commit({
    writes: promoted.map((user) =>
      replace.assignment(anAssignment("lab", user, { role: "admin", sequence: (sequence += 1) })),
    ),
    newEvents: promoted.map((user) => ({
      type: "workspace.member.role_changed",
      workspaceId: workspaceId("lab"),
      userId: userId(user),
      role: "admin",
      previousRole: "member",
    })),
    envelope,
  });
  return [...inShop.events, ...again.events.filter((_, index) => index % 3 !== 0), ...changed.events];
}

export const formerGrantsCases = [
  storageCase(
    "load",
    "returns the event that gave the present assignment, not one that gave an earlier one of the user there",
    async ({ storage, second }) => {
      const users = numbered("user", Math.min(102, mostUsers(storage.limits)));
      const grants = await addAgain(storage, users, "acme");
      const others = await addAgain(storage, users.toReversed(), "other");

      const ids = users.map(userId);
      const needs: readonly Partial<Need>[] = [
        { assignments: places.map((place) => ({ workspaceId: workspaceId(place), userIds: ids })) },
        { allAssignmentsOf: ids },
        { allAssignmentsOf: ids.slice(0, 1), assignmentsInSameWorkspaces: ids },
      ];
      for (const need of needs) {
        for (const [organization, expected] of [
          ["acme", grants],
          ["other", others],
        ] as const) {
          const { organizationId } = batchBuilder(storage, organization);
          const { grantingEvents } = await loaded(second, organizationId, { ...need, grantingEvents: true });
          equal(grantingEvents, expected);
        }
      }
    },
  ),
];
