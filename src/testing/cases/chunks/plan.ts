import type { StorageLimits } from "../../../application/ports/storage-limits.ts";
import type { Write } from "../../../application/ports/write.ts";
import type { NewEvent } from "../../../domain/facts/event.ts";
import { memberAdded, workspaceMemberAdded } from "../../builders/new-events.ts";
import { aMember, anAssignment, anOrganization, aWorkspace } from "../../builders/records.ts";
import { insert, remove, replace } from "../../builders/writes.ts";
import { mostUsers, numbered, within } from "./chunk-sizes.ts";

/** What is stored at one revision. A text says in which batch a row was last written. */
export interface Picture {
  readonly lastSequence: number;
  readonly organization: string;
  /** The display names of users, and their roles in the lab. */
  readonly people: ReadonlyMap<string, string>;
  /** The names of workspaces, and the role of bo there. */
  readonly places: ReadonlyMap<string, string>;
}

/** A batch, and what is stored after it. */
export interface Step {
  readonly writes: readonly Write[];
  readonly newEvents: readonly NewEvent[];
  readonly picture: Picture;
}

/** The first batch: the organization, bo and the lab. */
export const firstStep: Step = {
  writes: [
    insert.organization(anOrganization({ name: "v0" })),
    insert.member(aMember("bo")),
    insert.workspace(aWorkspace("lab")),
  ],
  newEvents: [],
  picture: { lastSequence: 0, organization: "v0", people: new Map(), places: new Map() },
};

type Change = (before: Picture, text: string) => Step;

function putPeople(users: readonly string[]): Change {
  return (before, text) => ({
    writes: [
      replace.organization(anOrganization({ name: text })),
      replace.workspace(aWorkspace("lab", { description: text })),
      ...users.flatMap((user) => {
        const put = before.people.has(user) ? replace : insert;
        return [
          put.member(aMember(user, { displayName: text })),
          put.assignment(anAssignment("lab", user, { role: text })),
        ];
      }),
    ],
    newEvents: users.map(memberAdded),
    picture: {
      ...before,
      lastSequence: before.lastSequence + users.length,
      organization: text,
      people: new Map([...before.people, ...users.map((user) => [user, text] as const)]),
    },
  });
}

function dropPeople(users: readonly string[]): Change {
  return (before, text) => {
    const [{ writes, newEvents, picture }, gone] = [putPeople(users)(before, text), new Set(users)];
    return {
      writes: [
        ...writes.slice(0, 2),
        ...users.flatMap((user) => [remove.member(user), remove.assignment("lab", user)]),
      ],
      newEvents,
      picture: { ...picture, people: new Map([...before.people].filter(([user]) => !gone.has(user))) },
    };
  };
}

function putPlaces(places: readonly string[]): Change {
  return (before, text) => ({
    writes: [
      replace.organization(anOrganization({ name: text })),
      ...places.flatMap((place) => {
        const put = before.places.has(place) ? replace : insert;
        return [
          put.workspace(aWorkspace(place, { name: text })),
          put.assignment(anAssignment(place, "bo", { role: text })),
        ];
      }),
    ],
    newEvents: places.map((place) => workspaceMemberAdded(place, "bo")),
    picture: {
      ...before,
      lastSequence: before.lastSequence + places.length,
      organization: text,
      places: new Map([...before.places, ...places.map((place) => [place, text] as const)]),
    },
  });
}

/**
 * Insertions, replacements and deletions of a few rows more than 25, 100 and 500, or of as many as the store accepts. Few of
 * them are large, because readers read everything while each is committed.
 */
export function changesWithin(limits: StorageLimits): readonly Change[] {
  return [
    ...within(mostUsers(limits), [27, 102]).flatMap((size) => {
      const users = numbered("user", size);
      return [putPeople(users), putPeople(users), dropPeople(users)];
    }),
    ...within(limits.changes, [27, 502]).flatMap((size) => {
      const places = numbered("place", size);
      return [putPlaces(places), putPlaces(places)];
    }),
  ];
}
