import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import type { StorageError } from "../../../src/application/ports/storage-error.ts";
import { storageFailed } from "../../../src/application/ports/storage-error.ts";
import { errAsync, okAsync, type ResultAsync } from "neverthrow";
import { type Breaks, broken, type BrokenStorage } from "./broken-storage.ts";

const ids = "fidelity › keeps rows apart whose ids, keys and names are reserved somewhere";
const others = "fidelity › replaces and deletes no other row than the one whose id is reserved somewhere";
const organizations = "fidelity › keeps organizations apart whose ids are reserved somewhere";
const texts = "fidelity › keeps texts that look like other values, in every field";
const commands = "fidelity › keeps outcomes and fingerprints that look like other values";
const roles = "fidelity › keeps roles whose names are reserved somewhere";
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
function strings(change: (text: string) => string, isChanged: (field: string) => boolean): Breaks {
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

const isId = (field: string): boolean => idFields.has(field);
const ofIds = (change: (id: string) => string): Breaks => strings(change, isId);
const ofTexts = (...fields: readonly string[]): ((change: (text: string) => string) => Breaks) => {
  const names = new Set(fields);
  return (change) => strings(change, (field) => names.has(field));
};

/** Refuses batches in which some text occurs. */
function refuses(isRefused: (text: string) => boolean, fields: (field: string) => boolean = isId): Breaks {
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
const asNumber = (text: string): string =>
  text.trim() !== "" && Number.isFinite(Number(text)) ? `${Number(text)}` : text;

const asJson = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
};

export const brokenReserved: readonly BrokenStorage[] = [
  broken(
    "trims dots of ids",
    ofIds((id) => id.replace(/^\.+(?=.)|(?<=.)\.+$/g, "")),
    ids,
    organizations,
  ),
  broken(
    "resolves ids like paths",
    ofIds((id) => id.replace(/\/+$/, "").replaceAll("//", "/") || id),
    ids,
    organizations,
  ),
  broken(
    "keeps the rows of dotted ids in nested fields",
    ofIds((id) => id.replaceAll(/\.+/g, ".")),
    ids,
  ),
  broken(
    "drops a dollar sign at the beginning of an id",
    ofIds((id) => id.replace(/^\$(?=.)/, "")),
    ids,
  ),
  broken(
    "puts an underscore for two",
    ofIds((id) => id.replaceAll("__", "_")),
    ids,
    organizations,
  ),
  broken(
    "refuses ids of the form __x__",
    refuses((id) => /^__.*__$/.test(id)),
    ids,
    organizations,
  ),
  broken(
    "refuses the ids . and ..",
    refuses((id) => id === "." || id === ".."),
    ids,
    others,
    organizations,
  ),
  broken(
    "refuses ids that begin with $",
    refuses((id) => id.startsWith("$")),
    ids,
  ),
  broken(
    "refuses ids with a slash",
    refuses((id) => id.includes("/")),
    ids,
  ),
  broken(
    "keeps rows in a plain object, which has properties of its own",
    refuses((id) => id in {}),
    ids,
    others,
    organizations,
  ),
  broken(
    "takes __proto__ for no id",
    ofIds((id) => (id === "__proto__" ? "proto" : id)),
    ids,
  ),
  broken(
    "takes null and undefined for the same",
    ofIds((id) => (id === "undefined" ? "null" : id)),
    ids,
  ),
  broken("stores ids that are numbers as numbers", ofIds(asNumber), ids, others),
  broken(
    "stores true as 1",
    ofIds((id) => (id === "true" ? "1" : id)),
    ids,
    others,
  ),
  broken(
    "reads ids that are JSON",
    ofIds((id) => asJson(id).replaceAll('"', "")),
    ids,
  ),
  broken(
    "unescapes ids",
    ofIds((id) => id.replaceAll("\\u0041", "A").replaceAll("%2F", "/").replaceAll("&amp;", "&")),
    ids,
  ),
  broken(
    "folds double quotes in ids",
    ofIds((id) => id.replaceAll("''", "'").replaceAll('""', '"')),
    ids,
  ),
  broken(
    "collapses spaces in ids",
    ofIds((id) => id.replaceAll(/ +/g, " ")),
    ids,
  ),
  broken(
    "stops an id at a comment",
    ofIds((id) => id.replace(/(?<=.)--.*$/, "").replace(/(?<=.)#.*$/, "")),
    ids,
  ),
  broken(
    "leaves out characters beyond the basic plane",
    ofIds((id) => id.replaceAll(/[\u{10000}-\u{10fffe}]/gu, "?")),
    ids,
  ),
  broken(
    "stores empty texts as null",
    ofTexts("description")((text) => text || "null"),
    texts,
  ),
  broken(
    "stores texts that are numbers as numbers",
    ofTexts("displayName", "name", "email", "description")(asNumber),
    texts,
  ),
  broken("stores name keys that are numbers as numbers", ofTexts("nameKey")(asNumber), texts),
  broken("stores descriptions that are JSON as JSON", ofTexts("description")(asJson), texts),
  broken(
    "stores texts that are dates as dates",
    ofTexts("displayName", "name")((text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00.000Z` : text)),
    texts,
  ),
  broken(
    "refuses empty texts",
    refuses(
      (text) => text === "",
      (field) => field === "displayName" || field === "description",
    ),
    texts,
  ),
  broken(
    "reads \\N as null",
    ofTexts("displayName", "name")((text) => (text === "\\N" ? "" : text)),
    texts,
  ),
  broken("stores outcomes as a JSON document", ofTexts("outcome")(asJson), commands),
  broken(
    "sorts the fields of outcomes",
    ofTexts("outcome")((text) => (text === '{"longer":1,"b":2,"1":3}' ? '{"1":3,"b":2,"longer":1}' : text)),
    commands,
  ),
  broken(
    "stores an empty fingerprint as none",
    ofTexts("fingerprint")((text) => text || "none"),
    commands,
  ),
  broken("stores fingerprints that are numbers as numbers", ofTexts("fingerprint")(asNumber), commands),
  broken(
    "keeps roles in a plain object",
    refuses(
      (role) => role in {},
      (field) => field === "role",
    ),
    roles,
  ),
  broken(
    "takes the role null for none",
    ofTexts("role")((role) => (role === "null" ? "none" : role)),
    roles,
  ),
  broken(
    "cuts roles off after 32 characters",
    ofTexts("role")((role) => role.slice(0, 32)),
    roles,
  ),
  broken(
    "keeps commands in a plain object, which has properties of its own",
    (storage) => ({
      ...storage,
      commit: (batch, options) =>
        batch.command.key in {}
          ? okAsync({ kind: "replay" as const, command: batch.command })
          : storage.commit(batch, options),
    }),
    ids,
  ),
  ...(["userId", "workspaceId", "operationId"] as const).map((field) =>
    broken(
      `takes the ${field} null for no filter of events`,
      (storage) => ({
        ...storage,
        events: (id, after, limit, query) =>
          storage.events(id, after, limit, { ...query, [field]: query[field] === "null" ? null : query[field] }),
      }),
      ids,
    ),
  ),
  broken(
    "takes the role null for every role",
    ({ read, ...storage }) => ({
      ...storage,
      read: {
        ...read,
        workspaceMembers: (query, options) =>
          read.workspaceMembers({ ...query, role: query.role === "null" ? null : query.role }, options),
      },
    }),
    roles,
  ),
];
