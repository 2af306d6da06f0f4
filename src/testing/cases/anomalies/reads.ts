import { createRoster } from "../../../application/create-roster.ts";
import { need } from "../../../application/ports/need.ts";
import type { RosterStorage } from "../../../application/ports/roster-storage.ts";
import { organizationId as asOrganizationId, userId, workspaceId } from "../../builders/ids.ts";
import { listQuery } from "../../builders/queries.ts";
import { equal, sortedFacts, valueOf } from "../../expectations.ts";
import { setStage } from "../../histories/stage.ts";
import { plainText } from "../../text/plain-text.ts";
import { storageCase } from "../../storage-case.ts";

const group = "anomalies";
const organizationId = asOrganizationId("acme");
const actor = { system: "scim" };
const rounds = 12;
/** Short, because a store must show a commit to every read that starts after it. */
const deadlineMs = 500;
const users = ["ada", "bo", "cy", "dee", "eve"].map(userId);

/** Rows of several tables at one moment, as text that is equal for equal rows. */
async function view(storage: RosterStorage): Promise<{ readonly revision: number; readonly text: string }> {
  const wanted = need({
    anyMembers: 100,
    assignments: [{ workspaceId: workspaceId("lab"), userIds: users }],
    workspaces: [workspaceId("ops")],
  });
  // Reads a page, because a load may return rows newer than its revision.
  const query = { ...listQuery(organizationId, { need: wanted }), workspaceId: workspaceId("lab"), role: null };
  const { facts, rows } = await valueOf(storage.read.workspaceMembers(query, {}));
  return { revision: facts.revision, text: plainText({ facts: sortedFacts(facts), rows }) };
}

export const readsCases = [
  storageCase(group, "AN14 read-your-writes: the other handle shows at least the revision asked for", async (store) => {
    await setStage(store.storage, organizationId);
    const [here, there] = [store.storage, store.second].map((storage) => createRoster({ storage, deadlineMs }));
    if (here === undefined || there === undefined) return;

    for (let round = 0; round < rounds; round += 1) {
      const [writer, reader] = round % 2 === 0 ? [here, there] : [there, here];
      const displayName = `Name ${round}`;
      const members = [{ userId: "eve", displayName }];
      const { revision: atLeast, operationId } = await valueOf(
        writer.updateProfiles({ organizationId, actor, members }),
      );

      const asked = { organizationId, actor, atLeast };
      const people = await valueOf(reader.listOrganizationMembers({ ...asked, search: displayName }));
      const events = await valueOf(reader.events({ ...asked, limit: 500 }));
      equal(
        people.items.map((item) => item.displayName),
        [displayName],
      );
      equal(events.items.at(-1)?.operationId, operationId);
    }
  }),

  storageCase(group, "AN15 long fork: no two readers see two commits in opposite orders", async (store) => {
    const { storage, second } = store;
    await setStage(storage, organizationId);
    const seen = new Map<number, string>();
    let isOver = false;

    const writers = [storage, second].map(async (handle, index) => {
      const roster = createRoster({ storage: handle });
      for (let round = 0; round < rounds; round += 1) {
        const role = round % 2 === 0 ? ("admin" as const) : ("member" as const);
        const members = [{ userId: "dee", role }];
        if (index === 0) await valueOf(roster.setMembers({ organizationId, workspaceId: "lab", actor, members }));
        else
          await valueOf(
            roster.updateWorkspace({ organizationId, workspaceId: "ops", actor, description: `Round ${round}` }),
          );
        await new Promise(setImmediate);
      }
    });
    const readers = [storage, second].map(async (handle) => {
      let newest = 0;
      for (let round = 0; !isOver || round < 2; round += 1) {
        const { revision, text } = await view(handle);
        equal(revision >= newest, true, `read revision ${revision} after revision ${newest}`);
        equal(seen.get(revision) ?? text, text, `two reads of revision ${revision} differ`);
        seen.set(revision, text);
        newest = revision;
        await new Promise(setImmediate);
      }
    });
    const written = Promise.all(writers).finally(() => {
      isOver = true;
    });
    await Promise.allSettled([written, ...readers]);
    await Promise.all([written, ...readers]);
  }),
];
