import type { CommandRecord } from "../../../application/ports/records.ts";
import type { NewEvent, RosterEventType } from "../../../domain/facts/event.ts";
import { operationId, userId, workspaceId } from "../../builders/ids.ts";
import { equal, valueOf } from "../../expectations.ts";
import { storageCase } from "../../storage-case.ts";
import { changesOf, commandValues } from "./fields.ts";
import { probe } from "./questions.ts";
import { watchedStore } from "./watched-store.ts";

const group = "staleness";
const [early, late, farEnd] = ["2001-01-01T00:00:00.000Z", "2002-01-01T00:00:00.000Z", "9999-01-01T00:00:00.000Z"];

type EventOf<Type extends RosterEventType> = Extract<NewEvent, { readonly type: Type }>;

/** An event of each type. Some name a user or workspace of whom no event told before. */
const eventsByType: { readonly [Type in RosterEventType]: EventOf<Type> } = {
  "organization.created": { type: "organization.created", name: "New" },
  "organization.updated": { type: "organization.updated", name: "Newer" },
  "organization.unowned": { type: "organization.unowned" },
  "organization.member.added": {
    type: "organization.member.added",
    userId: userId("dot"),
    role: "billing",
    displayName: "Dot",
    email: "dot@example.com",
  },
  "organization.member.role_changed": {
    type: "organization.member.role_changed",
    userId: userId("ada"),
    role: "admin",
    previousRole: "member",
  },
  "organization.member.profile_changed": {
    type: "organization.member.profile_changed",
    userId: userId("ada"),
    displayName: "New",
    email: null,
  },
  "organization.member.removed": { type: "organization.member.removed", userId: userId("dot"), role: "billing" },
  "workspace.created": { type: "workspace.created", workspaceId: workspaceId("den"), name: "Den", description: "New." },
  "workspace.updated": { type: "workspace.updated", workspaceId: workspaceId("lab"), name: "New", description: "" },
  "workspace.archived": { type: "workspace.archived", workspaceId: workspaceId("lab") },
  "workspace.restored": { type: "workspace.restored", workspaceId: workspaceId("lab") },
  "workspace.member.added": {
    type: "workspace.member.added",
    workspaceId: workspaceId("den"),
    userId: userId("ada"),
    role: "admin",
  },
  "workspace.member.role_changed": {
    type: "workspace.member.role_changed",
    workspaceId: workspaceId("lab"),
    userId: userId("dot"),
    role: "viewer",
    previousRole: "admin",
  },
  "workspace.member.removed": {
    type: "workspace.member.removed",
    workspaceId: workspaceId("lab"),
    userId: userId("ada"),
    role: "member",
  },
};

export const recordedCases = [
  storageCase(group, "shows each new event, and the guard of a commit without rows, in every answer", async (store) => {
    const watched = await watchedStore(store);

    await watched.change({});
    await watched.check("a commit of nothing but its command");
    await watched.record(Object.values(eventsByType), { operationId: operationId("probe"), at: late });
    // The envelope changes too. The time goes back.
    await watched.record([eventsByType["workspace.member.added"]], {
      operationId: operationId("probe 2"),
      actor: { system: "import" },
      authority: "system",
      at: early,
    });
    await watched.check("an event of another operation, actor, authority and time");
  }),

  storageCase(
    group,
    "shows each field of a command record that is stored again under its key, and none after it is pruned",
    async (store) => {
      const watched = await watchedStore(store);
      const record: CommandRecord = { key: probe, fingerprint: "print", outcome: '{"first":1}', at: early };

      for (const change of [{}, ...changesOf<CommandRecord>(commandValues), {}]) {
        const { command } = await watched.change({ command: { ...record, ...change, key: probe } });
        for (const handle of [store.storage, store.second]) {
          const again = watched.builder.next({ command: { ...record, fingerprint: "again", key: probe } });
          equal(await valueOf(handle.commit(again, {})), { kind: "replay", command });
        }

        await watched.prune(late);
        await watched.prune(farEnd);
      }
    },
  ),
];
