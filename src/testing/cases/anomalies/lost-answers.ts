import { okAsync } from "neverthrow";
import { createRoster, type RosterOptions } from "../../../application/create-roster.ts";
import type { RosterStorage } from "../../../application/ports/roster-storage.ts";
import type { BuiltInPermission } from "../../../domain/workspace/workspace-roles.ts";
import { systemTimer } from "../../../application/ports/timer.ts";
import { eventsQuery } from "../../builders/queries.ts";
import { organizationId as asOrganizationId } from "../../builders/ids.ts";
import { equal, valueOf } from "../../expectations.ts";
import type { OpenStore } from "../../harness.ts";
import { setStage } from "../../histories/stage.ts";
import { storageCase } from "../../storage-case.ts";

const group = "anomalies";

/** When the connection is cut: before the batch arrives, or before its answer does. */
type Cut = "before the commit" | "before the answer";

const command = (organizationId: string) => ({
  organizationId,
  workspaceId: "lab",
  actor: { system: "scim" },
  idempotencyKey: "key",
  members: [{ userId: "eve", role: "member" as const }],
});

/** The first handle, with its next commit cut off: by the harness if it can, otherwise at the port. */
function cutNextCommit({ storage, faults }: OpenStore, cut: Cut): RosterStorage {
  if (faults !== undefined) {
    if (cut === "before the commit") faults.cutBeforeCommit();
    else faults.cutBeforeAnswer();
    return storage;
  }
  let isCut = false;
  return {
    ...storage,
    commit(batch, options) {
      if (isCut) return storage.commit(batch, options);
      isCut = true;
      const unknown = { kind: "unknown", cause: "the connection was cut" } as const;
      return cut === "before the commit" ? okAsync(unknown) : storage.commit(batch, options).map(() => unknown);
    },
  };
}

/** A deadline that passes with the first commit, however long loading takes. */
function overAtFirstCommit(
  storage: RosterStorage,
): Pick<RosterOptions<"admin" | "member", BuiltInPermission>, "storage" | "timer"> {
  let isOver = false;
  return {
    storage: {
      ...storage,
      commit(batch, options) {
        isOver = true;
        return storage.commit(batch, options);
      },
    },
    timer: { ...systemTimer, now: () => (isOver ? Number.MAX_SAFE_INTEGER : 0), alarm: () => () => undefined },
  };
}

/** Sends a command whose first commit is cut off, and sends it again through the other handle. */
async function sentTwice(store: OpenStore, cut: Cut, patience: "waits" | "gives up"): Promise<void> {
  const organizationId = asOrganizationId("acme");
  const { facts } = await setStage(store.storage, organizationId);
  const storage = cutNextCommit(store, cut);
  const roster = createRoster(patience === "waits" ? { storage } : overAtFirstCommit(storage));

  const first = await roster.addMembers(command(organizationId));
  const again = await createRoster({ storage: store.second }).addMembers(command(organizationId));

  if (first.isErr())
    equal(["outcome_unknown", "storage_unavailable"].includes(first.error.code), true, first.error.code);
  if (again.isErr()) equal(again.error, "a successful command", again.error.code);
  else {
    // A caller who knew the outcome gets the same one again. A caller who did not know learns it now.
    if (first.isOk()) equal(again.value, { ...first.value, replayed: true });
    if (cut === "before the answer") equal(again.value.replayed, true);
    equal([again.value.added.length, again.value.revision], [1, facts.revision + 1]);
  }
  const page = await valueOf(store.second.events(organizationId, facts.lastSequence, 100, eventsQuery()));
  equal([page.facts.revision, page.rows.map(({ type }) => type)], [facts.revision + 1, ["workspace.member.added"]]);
}

export const lostAnswersCases = (["before the commit", "before the answer"] as const).flatMap((cut) => [
  storageCase(group, `AN11 unknown commit: a command that is cut off ${cut} takes effect once`, (store) =>
    sentTwice(store, cut, "waits"),
  ),

  storageCase(
    group,
    `AN11 unknown commit: a command that is cut off ${cut} and given up takes effect once when it is sent again`,
    (store) => sentTwice(store, cut, "gives up"),
  ),
]);
