import type { FileTeam, OrganizationFile } from "./organization-file.ts";

/** Returns the spelling to use for a name everywhere. */
export type Spelling = (name: string) => string;

/** Keeps names as they are, so that they are compared byte for byte, as the roster compares ids. */
export const asWritten: Spelling = (name) => name;

/**
 * Uses one spelling for all names that differ only in upper and lower case: the one in the organizations' admins and
 * members if it is there, otherwise the first one in the teams. So people have the same ids with and without
 * `--ignore-case`.
 */
export function sameSpelling({ orgs }: OrganizationFile): Spelling {
  const organizations = Object.values(orgs);
  const names = [
    ...organizations.flatMap(({ admins, members }) => [...admins, ...members]),
    ...organizations.flatMap(({ teams }) => peopleIn(teams)),
  ];
  const spellings = new Map<string, string>();
  for (const name of names) if (!spellings.has(withoutCase(name))) spellings.set(withoutCase(name), name);
  return (name) => spellings.get(withoutCase(name)) ?? name;
}

/** The name for comparing without upper and lower case. */
export function withoutCase(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

function peopleIn(teams: Readonly<Record<string, FileTeam>>): readonly string[] {
  return Object.values(teams).flatMap(({ maintainers, members, teams: inside }) => [
    ...maintainers,
    ...members,
    ...peopleIn(inside),
  ]);
}
