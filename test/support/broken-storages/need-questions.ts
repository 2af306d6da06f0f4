import { type Facts, type Need, need } from "../../../src/application/ports/need.ts";
import type { OrganizationId } from "../../../src/domain/values/ids.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { worlds } from "../../../src/testing/questions/worlds/all-worlds.ts";
import { type Breaks, broken, type BrokenStorage, type ListName, withLoad, withReader } from "./broken-storage.ts";

const titles = worlds.map(({ threat }) => `questions › answers every question exactly if ${threat}`);
const [equalIds = "", beginnings = "", spellings = "", , changed = ""] = titles;

type Lists = "members" | "workspaces" | "workspaceNames" | "workspacesNamedLike" | "allAssignmentsOf";

const parts: readonly Lists[] = ["members", "workspaces", "workspaceNames", "workspacesNamedLike", "allAssignmentsOf"];

function merged(own: Facts, other: Facts): Facts {
  const keyed = <Row extends object>(rows: readonly Row[]) => [
    ...new Map(rows.map((row) => [JSON.stringify(row), row])).values(),
  ];
  return {
    ...own,
    members: keyed([...own.members, ...other.members]),
    workspaces: keyed([...own.workspaces, ...other.workspaces]),
    assignments: keyed([...own.assignments, ...other.assignments]),
    grantingEvents: keyed([...own.grantingEvents, ...other.grantingEvents]),
  };
}

/** Reads one part of a need in every organization. */
function leaks(part: keyof Need): Breaks {
  return (storage) => {
    const seen = new Set<OrganizationId>();
    return {
      ...withLoad(storage, async (organizationId, asked) => {
        let facts = await valueOf(storage.load(organizationId, asked, {}));
        for (const other of seen) {
          if (other === organizationId) continue;
          const theirs = await valueOf(storage.load(other, need({ [part]: asked[part] }), {}));
          facts = { ...merged(facts, theirs), command: facts.command ?? theirs.command };
        }
        return facts;
      }),
      commit(batch, options) {
        seen.add(batch.organizationId);
        return storage.commit(batch, options);
      },
    };
  };
}

/** Reads also the keys that some comparison takes for one that was asked for. */
function confuses(part: Lists, isLike: (stored: string, asked: string) => boolean): Breaks {
  return (storage) => {
    const seen = new Set<string>();
    return {
      ...withLoad(storage, (organizationId, asked) => {
        const some: readonly string[] = asked[part];
        const like = [...seen].filter((stored) => some.some((each) => isLike(stored, each)));
        return valueOf(storage.load(organizationId, { ...asked, [part]: [...some, ...like] }, {}));
      }),
      commit(batch, options) {
        for (const { userId = "", workspaceId = "", nameKey = "" } of batch.writes.map(rowOf))
          for (const value of [userId, workspaceId, nameKey]) seen.add(value);
        return storage.commit(batch, options);
      },
    };
  };
}

const rowOf = (
  write: object,
): { readonly userId?: string; readonly workspaceId?: string; readonly nameKey?: string } =>
  "record" in write ? (write.record as object) : "key" in write ? (write.key as object) : {};

/** Finds a row by the words that it had before. */
function keepsOldWords(list: ListName): Breaks {
  return (storage) => {
    const words = new Map<string, Set<string>>();
    const keyOf = (row: { readonly userId?: string; readonly workspaceId?: string }) =>
      row.userId ?? row.workspaceId ?? "";
    const read = withReader(storage, list, async (query, ask) => {
      const page = await ask({ ...query, words: [], limit: 100_000 });
      const had = (row: object, typed: string) =>
        [...(words.get(keyOf(row)) ?? [])].some((word) => word.startsWith(typed));
      const rows = page.rows.filter((row) => query.words.every((typed) => had(row, typed)));
      return { ...page, rows: rows.slice(0, query.limit) };
    });
    return {
      ...read,
      commit(batch, options) {
        for (const write of batch.writes) {
          if (write.kind === "delete" || !("words" in write.record)) continue;
          const key = keyOf(write.record);
          words.set(key, new Set([...(words.get(key) ?? []), ...write.record.words]));
        }
        return storage.commit(batch, options);
      },
    };
  };
}

export const brokenNeeds: readonly BrokenStorage[] = [
  ...[...parts, "assignments" as const, "command" as const, "anyMembers" as const].map((part) =>
    broken(`reads ${part} of a need in every organization`, leaks(part), equalIds),
  ),
  ...parts.flatMap((part) => [
    broken(
      `takes ${part} of a need for beginnings`,
      confuses(part, (stored, asked) => stored.startsWith(asked)),
      beginnings,
    ),
    broken(
      `compares ${part} of a need without case`,
      confuses(part, (stored, asked) => stored.toLowerCase() === asked.toLowerCase()),
      spellings,
    ),
    broken(
      `compares ${part} of a need in NFC`,
      confuses(part, (stored, asked) => stored.normalize("NFC") === asked.normalize("NFC")),
      spellings,
    ),
  ]),
  ...(["organizationMembers", "candidates", "workspaces"] as const).map((list) =>
    broken(`finds rows by words that they had before (${list})`, keepsOldWords(list), changed),
  ),
];
