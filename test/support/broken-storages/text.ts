import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import { type Breaks, broken, type BrokenStorage, withCommit } from "./broken-storage.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import type { Write } from "../../../src/application/ports/write.ts";

const anyByte = "fidelity › distinguishes ids that differ in any byte";

/** Changes every string that is passed in to what this store can hold. */
function strings(change: (text: string) => string): Breaks {
  const changed = <Value>(value: Value): Value => deeply(value, change) as Value;
  return (storage) => {
    const { read } = storage;
    return {
      ...storage,
      load: (organizationId, need, options) => storage.load(changed(organizationId), changed(need), options),
      commit: (batch, options) => storage.commit(changed(batch), options),
      read: {
        organizationMembers: (query, options) => read.organizationMembers(changed(query), options),
        workspaceMembers: (query, options) => read.workspaceMembers(changed(query), options),
        candidates: (query, options) => read.candidates(changed(query), options),
        workspaces: (query, options) => read.workspaces(changed(query), options),
        workspacesOf: (query, options) => read.workspacesOf(changed(query), options),
      },
    } satisfies RosterStorage;
  };
}

function deeply(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((each) => deeply(each, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, deeply(each, change)]));
}

function puts(change: (record: object) => object): Breaks {
  return (storage) =>
    withCommit(storage, (batch) => {
      const writes = batch.writes.map((write) =>
        write.kind === "put" ? ({ ...write, record: { ...write.record, ...change(write.record) } } as Write) : write,
      );
      return valueOf(storage.commit({ ...batch, writes }, {}));
    });
}

export const brokenTexts: readonly BrokenStorage[] = [
  broken(
    "folds the case of ids",
    strings((text) => text.toLowerCase()),
    anyByte,
  ),
  broken(
    "replaces characters of four bytes with U+FFFD",
    strings((text) => text.replaceAll(/[\u{10000}-\u{10ffff}]/gu, "\ufffd")),
    anyByte,
  ),
  broken(
    "normalizes every text to NFC",
    strings((text) => text.normalize("NFC")),
    anyByte,
  ),
  broken(
    "drops backslashes",
    strings((text) => text.replaceAll("\\", "")),
    anyByte,
  ),
  broken(
    "changes ids that are property names in JavaScript",
    strings((text) => (text === "__proto__" ? "" : text)),
    "fidelity › keeps an id that is __proto__",
  ),
  broken(
    "cuts ids off after 128 bytes",
    strings((text) => (text.startsWith("xxxx") ? text.slice(0, 128) : text)),
    "fidelity › keeps an id that is 255 bytes of ASCII",
  ),
  broken(
    "joins the two ids of an assignment by a hyphen",
    (storage) =>
      withCommit(storage, (batch) => {
        const writes = batch.writes.map((write) => {
          if (write.kind !== "put" || write.table !== "role_assignment") return write;
          const [workspaceId, ...rest] = `${write.record.workspaceId}-${write.record.userId}`.split("-");
          return { ...write, record: { ...write.record, workspaceId, userId: rest.join("-") } } as Write;
        });
        return valueOf(storage.commit({ ...batch, writes }, {}));
      }),
    'fidelity › distinguishes pairs of ids that are equal when joined by "-"',
  ),
  broken(
    "trims texts",
    strings((text) => text.trimEnd()),
    "fidelity › keeps white space at either end of a text",
  ),
  broken(
    "stores null for an empty email",
    puts((record) => ("email" in record && record.email === "" ? { email: null } : {})),
    "fidelity › distinguishes an empty email from null",
  ),
  broken(
    "stores sequences in 32 bits",
    puts((record) => ("sequence" in record ? { sequence: Number(record.sequence) | 0 } : {})),
    "fidelity › keeps every field of every record",
  ),
];
