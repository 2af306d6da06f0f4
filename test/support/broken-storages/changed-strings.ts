import { errAsync, type ResultAsync } from "neverthrow";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import { type StorageError, storageFailed } from "../../../src/application/ports/storage-error.ts";
import type { Breaks } from "./broken-storage.ts";

/** The fields that hold ids. */
const idFields = new Set([
  "organizationId",
  "userId",
  "userIds",
  "workspaceId",
  "members",
  "workspaces",
  "key",
  "command",
]);

/** Changes strings of what is passed in, in some fields. */
export function strings(change: (text: string) => string, isChanged: (field: string) => boolean): Breaks {
  const deeply = <Value>(value: Value, field: string): Value => changed(value, field) as Value;
  function changed(value: unknown, field: string): unknown {
    if (typeof value === "string") return isChanged(field) ? change(value) : value;
    if (Array.isArray(value)) return value.map((each: unknown) => deeply(each, field));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, deeply(each, name)]));
  }
  return (storage) => {
    const { read } = storage;
    const id = <Id extends string>(given: Id): Id => deeply(given, "organizationId");
    return {
      ...storage,
      load: (organization, need, options) => storage.load(id(organization), deeply(need, ""), options),
      commit: (batch, options) => storage.commit(deeply(batch, ""), options),
      events: (organization, after, limit, query) => storage.events(id(organization), after, limit, deeply(query, "")),
      read: {
        organizationMembers: (query, options) => read.organizationMembers(deeply(query, ""), options),
        workspaceMembers: (query, options) => read.workspaceMembers(deeply(query, ""), options),
        candidates: (query, options) => read.candidates(deeply(query, ""), options),
        workspaces: (query, options) => read.workspaces(deeply(query, ""), options),
        workspacesOf: (query, options) => read.workspacesOf(deeply(query, ""), options),
      },
    } satisfies RosterStorage;
  };
}

export const isId = (field: string): boolean => idFields.has(field);
/** Refuses batches in which some text occurs. */
export function refuses(isRefused: (text: string) => boolean, fields: (field: string) => boolean = isId): Breaks {
  const holds = (value: unknown, field: string): boolean => {
    if (typeof value === "string") return fields(field) && isRefused(value);
    if (Array.isArray(value)) return value.some((each) => holds(each, field));
    if (typeof value !== "object" || value === null) return false;
    return Object.entries(value).some(([name, each]) => holds(each, name));
  };
  return (storage) => ({
    ...storage,
    commit(batch, options) {
      if (!holds(batch, "")) return storage.commit(batch, options);
      const failed: ResultAsync<never, StorageError> = errAsync(storageFailed(new Error("ValidationException")));
      return failed;
    },
  });
}

/** A number as a loosely typed store writes it. */
export const asNumber = (text: string): string =>
  text.trim() !== "" && Number.isFinite(Number(text)) ? `${Number(text)}` : text;

export const asJson = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
};
