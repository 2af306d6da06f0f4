import { need } from "../../../src/application/ports/need.ts";
import type { CommandRecord } from "../../../src/application/ports/records.ts";
import type { OrganizationId } from "../../../src/domain/values/ids.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { memoryHarness } from "../storage/memory.ts";
import { type Breaks, broken, type BrokenStorage, withCommit, withLoad, withReader } from "./broken-storage.ts";

const joints = ["/", ":", "#"];

/** Reads every key that begins with that of the organization, whatever follows. */
function readsByPrefix(joint: string): Breaks {
  return (storage) => {
    const seen = new Set<OrganizationId>();
    const read = withReader(storage, "organizationMembers", async (query, ask) => {
      const page = await ask(query);
      const rows = [...page.rows];
      for (const organizationId of seen)
        if (organizationId.startsWith(`${query.organizationId}${joint}`))
          rows.push(...(await ask({ ...query, organizationId })).rows);
      return { ...page, rows };
    });
    return {
      ...read,
      commit(batch, options) {
        seen.add(batch.organizationId);
        return storage.commit(batch, options);
      },
    };
  };
}

/** Stores commands under the organization and the key joined, which two pairs can share. */
function joinsCommandKeys(joint: string): Breaks {
  return (storage) => {
    const kept = new Map<string, CommandRecord>();
    return withCommit(storage, async (batch) => {
      const key = `${batch.organizationId}${joint}${batch.command.key}`;
      const command = kept.get(key);
      if (command !== undefined) return { kind: "replay", command };
      const outcome = await valueOf(storage.commit(batch, {}));
      if (outcome.kind === "committed") kept.set(key, structuredClone(batch.command));
      return outcome;
    });
  };
}

/** Deletes all commands of a key when it deletes one of them. */
const forgetsByKey: Breaks = (storage) => {
  const commands: { readonly organizationId: OrganizationId; readonly key: string; readonly at: string }[] = [];
  const deleted = new Set<string>();
  return {
    ...withLoad(storage, async (organizationId, needed) => {
      const facts = await valueOf(storage.load(organizationId, needed, {}));
      return deleted.has(needed.command ?? "") ? { ...facts, command: null } : facts;
    }),
    commit(batch, options) {
      const { key, at } = batch.command;
      commands.push({ organizationId: batch.organizationId, key, at });
      return storage.commit(batch, options);
    },
    pruneCommandRecords(before, limit, options) {
      for (const { key, at } of commands) if (at < before) deleted.add(key);
      return storage.pruneCommandRecords(before, limit, options);
    },
  };
};

/** Finds assignments of other users in the workspaces with that id in every organization. */
const forgetsTenantBeside: Breaks = (storage) => {
  const seen = new Set<OrganizationId>();
  return {
    ...withLoad(storage, async (organizationId, needed) => {
      const own = await valueOf(storage.load(organizationId, needed, {}));
      const userIds = needed.assignmentsInSameWorkspaces;
      const assignments = own.workspaces.map(({ workspaceId }) => ({ workspaceId, userIds }));
      const rest = [];
      for (const other of seen)
        if (other !== organizationId) rest.push(await valueOf(storage.load(other, need({ assignments }), {})));
      return { ...own, assignments: [...own.assignments, ...rest.flatMap((facts) => facts.assignments)] };
    }),
    commit(batch, options) {
      seen.add(batch.organizationId);
      return storage.commit(batch, options);
    },
  };
};

const activeOnlyBeside: Breaks = (storage) =>
  withLoad(storage, async (organizationId, needed) => {
    const all = await valueOf(storage.load(organizationId, needed, {}));
    const own = await valueOf(storage.load(organizationId, { ...needed, assignmentsInSameWorkspaces: [] }, {}));
    const archived = all.workspaces.filter(({ status }) => status === "archived").map((each) => each.workspaceId);
    const others = all.assignments.filter(
      ({ workspaceId, userId }) =>
        !archived.includes(workspaceId) &&
        !own.assignments.some((each) => each.userId === userId && each.workspaceId === workspaceId),
    );
    return { ...all, assignments: [...own.assignments, ...others] };
  });

const bindsThousandBeside: Breaks = (storage) =>
  withLoad(storage, (organizationId, needed) =>
    valueOf(
      storage.load(
        organizationId,
        { ...needed, assignmentsInSameWorkspaces: needed.assignmentsInSameWorkspaces.slice(0, 1_000) },
        {},
      ),
    ),
  );

/** A second handle that caches the commands it has committed, and does not notice that they are deleted. */
const keepsForgotten: BrokenStorage = {
  name: "has a second handle that remembers what was deleted",
  harness: {
    async open() {
      const store = await memoryHarness.open();
      const known = new Map<string, CommandRecord>();
      const second = withCommit(store.second, async (batch) => {
        const key = `${batch.organizationId} ${batch.command.key}`;
        const command = known.get(key);
        if (command !== undefined) return { kind: "replay", command };
        const outcome = await valueOf(store.second.commit(batch, {}));
        if (outcome.kind === "committed") known.set(key, structuredClone(batch.command));
        return outcome;
      });
      return { ...store, second };
    },
  },
  caughtBy: ["pruneCommandRecords › deletes a command for every handle, even for one that has returned it"],
};

export const brokenTenants: readonly BrokenStorage[] = [
  ...joints.flatMap((joint) => {
    const title = `fidelity › keeps an organization apart from one whose id is a prefix of it, up to "${joint}"`;
    return [
      broken(
        `reads an organization by the beginning of its keys, which end it by "${joint}"`,
        readsByPrefix(joint),
        title,
      ),
      broken(`joins the organization and the key of a command by "${joint}"`, joinsCommandKeys(joint), title),
    ];
  }),
  broken(
    "deletes a key in every organization",
    forgetsByKey,
    "pruneCommandRecords › keeps a newer command of another organization with the same key",
  ),
  broken(
    "ignores the organization when it looks for other users",
    forgetsTenantBeside,
    "load › looks for assignments of other users only in the given organization",
  ),
  broken(
    "looks for other users in active workspaces only",
    activeOnlyBeside,
    "load › returns the assignments of other users in a user's archived workspaces too, with their granting events",
  ),
  broken(
    "binds no more than 1,000 other users",
    bindsThousandBeside,
    "load › looks for 10,000 other users in a user's workspaces",
  ),
  keepsForgotten,
  broken(
    "deletes commands by whole seconds",
    (storage) => ({
      ...storage,
      pruneCommandRecords: (before, limit, options) =>
        storage.pruneCommandRecords(`${before.slice(0, 19)}.000Z`, limit, options),
    }),
    "pruneCommandRecords › compares times to the millisecond",
  ),
];
