import { okAsync } from "neverthrow";
import { broken, type Breaks, type BrokenStorage } from "./broken-storage.ts";
import { asJson, asNumber, isId, refuses, strings } from "./changed-strings.ts";

const ids = "fidelity › keeps rows apart whose ids, keys and names are reserved somewhere";
const others = "fidelity › replaces and deletes no other row than the one whose id is reserved somewhere";
const organizations = "fidelity › keeps organizations apart whose ids are reserved somewhere";

const ofIds = (change: (id: string) => string): Breaks => strings(change, isId);

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
];
