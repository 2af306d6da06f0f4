import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { walk } from "../support/property/queries.ts";
import { onMemory, onSqlite, play, rosterOn } from "../support/property/roster.ts";
import { founding } from "../support/property/steps.ts";
import { north, scim } from "../support/property/values.ts";

const nameWords = [
  "Ada",
  "ÀDA",
  "Zoë",
  "100%",
  "a_b",
  "back\\slash",
  "axb",
  "1000",
  "李雷",
  "👩‍🚀",
  "Anne-Marie",
  "O´Neill",
  "Straße",
];
const moreWords = ["ΣΊΣΥΦΟΣ", "İnci", "ﬁne", "%", "_", "-", "がく", "हिन्दी"];
const localParts = [
  "ada.lovelace",
  "a_b",
  "x+y-z",
  "100%",
  "back\\slash",
  "axb",
  "1000",
  "o´neill",
  "Zoë",
  "李雷",
  "_",
  ".",
  "a..b",
];
const domains = ["example.org", "NORTH.example", "münchen.example"];

const name = fc.array(fc.constantFrom(...nameWords, ...moreWords), { minLength: 1, maxLength: 3 });
const email = fc.option(
  fc.tuple(fc.constantFrom(...localParts), fc.constantFrom(...domains)).map((parts) => parts.join("@")),
);
const people = fc.array(fc.record({ displayName: name.map((words) => words.join(" ")), email }), {
  minLength: 4,
  maxLength: 12,
  size: "max",
});

/** A prefix of a word that exists, or nearly exists, in any case. */
const typed = fc
  .tuple(
    fc.constantFrom(
      ...nameWords,
      ...moreWords,
      ...localParts,
      ...domains,
      "ada.lovelace@example.org",
      "a_b@NORTH",
      "@",
    ),
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom("as it is", "toUpperCase", "toLowerCase"),
  )
  .map(([text, length, as]) => {
    const start = Array.from(text).slice(0, length).join("");
    return as === "as it is" ? start : start[as]();
  });
const search = fc.array(typed, { maxLength: 3 }).map((words) => words.join("  "));

const searches = fc.array(search, { minLength: 10, maxLength: 25, size: "max" });

describe.each([
  { engine: "memory", on: onMemory, numRuns: 100 },
  { engine: "SQLite", on: onSqlite, numRuns: 50 },
])("search ($engine)", ({ on, numRuns }) => {
  it("matches people if each typed word is a prefix of a word in their name or email", () =>
    fc.assert(
      fc.asyncProperty(people, people, searches, fc.constantFrom(1, 2, 50), (first, renamed, texts, limit) =>
        on(async (storage) => {
          const roster = rosterOn(storage);
          const command = { organizationId: north, actor: scim };
          const joining = first.map((person) => ({ ...person, role: "member" as const }));
          const changed = renamed.slice(0, first.length / 2);
          const persons = [...changed, ...first.slice(changed.length)];
          await play(roster, [
            founding(north),
            { command: "addOrganizationMembers", input: { ...command, members: joining.map(withId) } },
            { command: "updateProfiles", input: { ...command, members: changed.map(withId) } },
          ]);

          for (const text of texts) {
            const input = { ...command, search: text };

            const pages = await walk(roster, { query: "listOrganizationMembers", input }, limit);

            const items = pages.flatMap((page) => page._unsafeUnwrap().items) as { userId: string }[];
            const found = items.map(({ userId }) => userId);
            const expected = [{ userId: "ada", displayName: "Ada", email: null }, ...persons.map(withId)]
              .filter((person) => matches(person, text))
              .map(({ userId }) => userId);
            expect([...found].sort(), JSON.stringify(text)).toEqual(expected.sort());
          }
        }),
      ),
      { numRuns },
    ));
});

function withId<Person>(person: Person, index: number) {
  return { userId: `u${index}`, ...person };
}

/** The definition of search, plain and slow. */
function matches(person: { readonly displayName: string; readonly email: string | null }, text: string): boolean {
  const words = wordsOf(person.displayName);
  const localPart = wordsOf(person.email?.split("@")[0] ?? "");
  const parts = [...words, ...localPart].flatMap((word) => word.split(/[._+-]/));
  const all = [...words, ...localPart, ...parts, ...wordsOf(person.email ?? "")];
  return wordsOf(text).every((prefix) => all.some((word) => word.startsWith(prefix)));
}

function wordsOf(text: string): readonly string[] {
  return withoutCaseAndAccents(text)
    .split(/\s+/u)
    .filter((word) => word !== "");
}

/** Enough for the words above. Upper case unifies the two small sigmas, and ß with ss. */
function withoutCaseAndAccents(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u200d]/gu, "")
    .toUpperCase()
    .normalize("NFC");
}
