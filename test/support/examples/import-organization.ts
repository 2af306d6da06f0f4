import { stringify } from "yaml";

interface Team {
  readonly description: string;
  readonly maintainers: string[];
  readonly members: string[];
  readonly teams: Record<string, Team>;
}

/** The id of the organization in a generated file. */
export const generatedId = "generated";

/** The content of a file with nested teams. Some teams have no maintainer; some spell people in lower case, as strangers. */
export function generatedOrganization(seed: number, people: number, teams: number): string {
  const random = randomFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const names = Array.from({ length: people }, (_, index) => `Person-${index}`);
  const anyName = (): string => (random() < 0.03 ? pick(names).toLowerCase() : pick(names));
  const someNames = (maxCount: number): string[] => [
    ...new Set(Array.from({ length: Math.floor(random() * (maxCount + 1)) }, anyName)),
  ];

  const top: Record<string, Team> = {};
  const places = [top];
  for (let index = 0; index < teams; index += 1) {
    const maintainers = random() < 0.3 ? someNames(3) : [];
    const team = { description: `Team number ${index}`, maintainers, members: someNames(20), teams: {} };
    pick(places)[`team-${index}`] = team;
    places.push(team.teams);
  }
  return stringify({
    orgs: { [generatedId]: { name: "Generated", admins: names.slice(0, 5), members: names.slice(5), teams: top } },
  });
}

/** A generator of numbers from 0 up to but not including 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
