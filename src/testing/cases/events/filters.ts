import { batchBuilder } from "../../builders/batch-builder.ts";
import { operationId, userId, workspaceId } from "../../builders/ids.ts";
import { equal } from "../../expectations.ts";
import { eventsOf, sequencesOf, fill } from "./ten-events.ts";
import { storageCase } from "../../storage-case.ts";

const group = "events";

export const filtersCases = [
  storageCase(group, "returns the events that name a workspace", async (store) => {
    await fill(store);
    const of = (id: string) => ({ query: { workspaceId: workspaceId(id) } });

    equal(sequencesOf(await eventsOf(store.storage, of("lab"))), [5, 6, 9]);
    equal(sequencesOf(await eventsOf(store.storage, of("shop"))), [7, 8, 10]);
    equal(sequencesOf(await eventsOf(store.storage, { ...of("shop"), limit: 1 })), [7]);
    equal(sequencesOf(await eventsOf(store.storage, { ...of("lab"), after: 6 })), [9]);
    equal(await eventsOf(store.storage, of("ada")), []);
  }),

  storageCase(group, "returns the events that affect a user, not the events that the user caused", async (store) => {
    await fill(store);
    const of = (id: string) => ({ query: { userId: userId(id) } });

    equal(sequencesOf(await eventsOf(store.storage, of("ada"))), [2, 6, 8]);
    equal(sequencesOf(await eventsOf(store.storage, { ...of("ada"), after: 2, limit: 1 })), [6]);
    equal(sequencesOf(await eventsOf(store.storage, of("lab"))), [10]);
    equal(await eventsOf(store.storage, of("actor")), []);
    equal(await eventsOf(store.storage, of("shop")), []);
  }),

  storageCase(group, "returns the events that name both a workspace and a user", async (store) => {
    await fill(store);

    const query = { workspaceId: workspaceId("shop"), userId: userId("ada") };

    equal(sequencesOf(await eventsOf(store.storage, { query })), [8]);
  }),

  storageCase(group, "returns the events of one operation", async (store) => {
    const stored = await fill(store);
    const of = (id: string) => ({ query: { operationId: operationId(id) } });

    equal(await eventsOf(store.storage, of("operation-2")), stored.slice(4, 6));
    equal(sequencesOf(await eventsOf(store.storage, { ...of("operation-3"), after: 7, limit: 2 })), [8, 9]);
    equal(sequencesOf(await eventsOf(store.storage, { ...of("operation-1"), limit: 1 })), [1]);
    equal(await eventsOf(store.storage, { ...of("operation-1"), after: 4 }), []);
    equal(await eventsOf(store.storage, of("OPERATION-1")), []);
    const [lab, ada] = [{ workspaceId: workspaceId("lab") }, { userId: userId("ada") }];
    const sequencesIn = async (id: string, parts: object) =>
      sequencesOf(await eventsOf(store.storage, { query: { ...of(id).query, ...parts } }));
    equal([await sequencesIn("operation-2", lab), await sequencesIn("operation-3", lab)], [[5, 6], [9]]);
    equal([await sequencesIn("operation-2", ada), await sequencesIn("operation-3", ada)], [[6], [8]]);
    equal(await sequencesIn("operation-2", { ...lab, ...ada }), [6]);
  }),

  storageCase(group, "finds every kind of event by the workspace and the user that it names", async ({ storage }) => {
    const [workspace, user] = [{ workspaceId: workspaceId("lab") }, { userId: userId("ada") }];
    const { events } = await batchBuilder(storage).create({
      newEvents: [
        { type: "organization.created", name: "Acme" },
        { type: "organization.member.added", ...user, role: "admin", displayName: "Ada", email: null },
        { type: "organization.member.role_changed", ...user, role: "billing", previousRole: "admin" },
        { type: "organization.member.profile_changed", ...user, displayName: "Ada L.", email: "ada@example.com" },
        { type: "organization.member.removed", ...user, role: "billing" },
        { type: "workspace.created", ...workspace, name: "Lab", description: "" },
        { type: "workspace.updated", ...workspace, name: "Labs", description: "Two" },
        { type: "workspace.archived", ...workspace },
        { type: "workspace.restored", ...workspace },
        { type: "workspace.member.added", ...workspace, ...user, role: "admin" },
        { type: "workspace.member.role_changed", ...workspace, ...user, role: "member", previousRole: "admin" },
        { type: "workspace.member.removed", ...workspace, ...user, role: "member" },
      ],
    });

    equal(await eventsOf(storage), events);
    equal(await eventsOf(storage, { query: workspace }), events.slice(5));
    equal(await eventsOf(storage, { query: user }), [...events.slice(1, 5), ...events.slice(9)]);
    equal(await eventsOf(storage, { query: { ...workspace, ...user } }), events.slice(9));
  }),
];
