import { need } from "../../application/ports/need.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";
import { answer, type WrongStore, wrongStore } from "./wrong-store.ts";

export const wrongLoads: readonly WrongStore[] = [
  wrongStore("leaks another organization's members", "commit: writes", () => {
    const seen = new Set<OrganizationId>();
    return (storage) => ({
      ...storage,
      commit(batch, options) {
        seen.add(batch.organizationId);
        return storage.commit(batch, options);
      },
      load: (organizationId, needed, options) =>
        answer(async (valueOf) => {
          const own = await valueOf(storage.load(organizationId, needed, options));
          const members = [...own.members];
          for (const other of seen)
            if (other !== organizationId)
              members.push(
                ...(
                  await valueOf(
                    storage.load(other, need({ members: needed.members, anyMembers: needed.anyMembers }), options),
                  )
                ).members,
              );
          return { ...own, members };
        }),
    });
  }),

  wrongStore("returns no granting events", "load", () => (storage) => ({
    ...storage,
    load: (organizationId, needed, options) =>
      storage.load(organizationId, { ...needed, grantingEvents: false }, options),
  })),

  wrongStore("reads the guard and the rows at different times", "race", () => (storage) => ({
    ...storage,
    load: (organizationId, needed, options) =>
      answer(async (valueOf) => {
        const rows = await valueOf(storage.load(organizationId, needed, options));
        await new Promise((resolve) => setTimeout(resolve));
        const { revision, lastSequence, lastAt } = await valueOf(storage.load(organizationId, need({}), options));
        return { ...rows, revision, lastSequence, lastAt };
      }),
  })),

  wrongStore("does not look at the signal", "abort", () => (storage) => ({
    ...storage,
    load: (organizationId, needed) => storage.load(organizationId, needed, {}),
    commit: (batch) => storage.commit(batch, {}),
  })),

  wrongStore("deletes one command record more than asked", "pruneCommandRecords", () => (storage) => ({
    ...storage,
    pruneCommandRecords: (before, limit, options) => storage.pruneCommandRecords(before, limit + 1, options),
  })),
];
