import type { FileTeam, OrganizationFile } from "./organization-file.ts";

/** Gives a name as it is to be spelt everywhere. */
export type Spelling = (name: string) => string;

/** Names are taken as they are: byte for byte, as the roster compares ids. */
export const asWritten: Spelling = (name) => name;

/**
 * One spelling for all names that differ only in upper and lower case: that of the organization lists, where it is
 * there. So an import with and one without `--ignore-case` know the same people by the same ids.
 */
export function sameSpelling({ orgs }: OrganizationFile): Spelling {
  const organizations = Object.values(orgs);
  const names = [
    ...organizations.flatMap(({ admins, members }) => [...admins, ...members]),
    ...organizations.flatMap(({ teams }) => peopleIn(teams)),
  ];
  const spellings = new Map<string, string>();
  for (const name of names) if (!spellings.has(folded(name))) spellings.set(folded(name), name);
  return (name) => spellings.get(folded(name)) ?? name;
}

export function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

function peopleIn(teams: Readonly<Record<string, FileTeam>>): readonly string[] {
  return Object.values(teams).flatMap(({ maintainers, members, teams: inside }) => [
    ...maintainers,
    ...members,
    ...peopleIn(inside),
  ]);
}
