import { broken, type Breaks, type BrokenStorage } from "./broken-storage.ts";
import { asJson, asNumber, refuses, strings } from "./changed-strings.ts";

const texts = "fidelity › keeps texts that look like other values, in every field";
const commands = "fidelity › keeps outcomes and fingerprints that look like other values";
const roles = "fidelity › keeps roles whose names are reserved somewhere";

const ofTexts = (...fields: readonly string[]): ((change: (text: string) => string) => Breaks) => {
  const names = new Set(fields);
  return (change) => strings(change, (field) => names.has(field));
};

export const brokenLookAlikeTexts: readonly BrokenStorage[] = [
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
  broken("stores name keys that are numbers as numbers", ofTexts("nameKey")(asNumber), texts),
  broken("stores descriptions that are JSON as JSON", ofTexts("description")(asJson), texts),
  broken("stores outcomes as a JSON document", ofTexts("outcome")(asJson), commands),
  broken("stores fingerprints that are numbers as numbers", ofTexts("fingerprint")(asNumber), commands),
];
