import { operationId, userId, workspaceId } from "../../builders/ids.ts";
import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert, replace } from "../../builders/writes.ts";
import type { Step, World } from "../world.ts";

/** More than a page of the core, and more than the 1,000 rows at which many engines and drivers stop. */
const size = 1_500;
/** Enough for a store that walks a part of a list before it looks elsewhere. */
const smallSize = 90;

/** Rows at which a walk ends that reads four rows for each row of a page. */
const atTheEdge = [50, 51, 54, 55, 58, 59, 70, 80, 85, 88];

/**
 * Each row has one word more than the one before, so that each word of a search leaves some rows out. They are shorter than
 * `rare`, because a store may look for the longest word first.
 */
const common = ["red", "big", "old", "wet"];
/** A word that no other text comes after. */
const lastOfAll = "\u{10ffff}";
const wordsOf = (index: number): readonly string[] => ["many", ...common.slice(0, index % (common.length + 1))];

/** A row behind the crowd. */
interface Behind {
  readonly id: string;
  readonly nameKey: string;
  readonly role: string;
  /** How many of the common words it has. */
  readonly words: number;
  /** The words that only these rows have. All but the last of all begin with `rare`. */
  readonly rare: readonly string[];
}

/** The order of their ids is not that of the list, and of two with one name, the later id has the earlier word. */
const behind: readonly Behind[] = [
  { id: "w", nameKey: "z1", role: "editor", words: 4, rare: ["rare", "rarer", lastOfAll] },
  { id: "x", nameKey: "y", role: "viewer", words: 3, rare: ["rarest"] },
  { id: "y", nameKey: "z0", role: "editor", words: 2, rare: ["rare", "rarely"] },
  { id: "z", nameKey: "x", role: "owner", words: 1, rare: ["rare", lastOfAll] },
  { id: "zz", nameKey: "y", role: "viewer", words: 4, rare: ["rare"] },
];
const wordsBehind = ({ words, rare }: Behind): readonly string[] => ["many", ...rare, ...common.slice(0, words)];

interface Crowd {
  readonly count: number;
  /** Moves words and roles along the ids, so that equal ids have other values in each organization. */
  readonly turn: number;
  /** The name of all; null if each has its own. */
  readonly nameKey: string | null;
  /** Which of the crowd have the rare word. */
  readonly rare: readonly number[];
  /** The row behind the crowd that is not in the hub. */
  readonly notInHub: string;
}

function stepsOf({ count, turn, nameKey, rare, notInHub }: Crowd): readonly Step[] {
  const crowd = Array.from({ length: count }, (_, index) => {
    const id = String(index).padStart(4, "0");
    return { id, nameKey: nameKey ?? id, words: [...wordsOf(index + turn), ...(rare.includes(index) ? ["rare"] : [])] };
  });
  const last = behind.map((row, index) => ({ ...row, role: behind[(index + turn) % behind.length]?.role ?? row.role }));
  return [
    {
      operation: "crowd",
      writes: [
        insert.member(aMember("busy", { words: ["many"] })),
        insert.workspace(aWorkspace("hub", { words: ["many"] })),
        ...crowd.map(({ id, ...listed }) => insert.member(aMember(id, listed))),
        ...crowd.map(({ id, ...listed }, index) =>
          insert.workspace(aWorkspace(id, { ...listed, status: index % 10 === 0 ? "archived" : "active" })),
        ),
        ...crowd.map(({ id }) => insert.assignment(anAssignment("hub", id, { role: "viewer" }))),
        ...crowd.map(({ id }) => insert.assignment(anAssignment(id, "busy", { role: "viewer" }))),
      ],
    },
    {
      operation: "late",
      writes: last.flatMap((row, index) => [
        insert.member(
          aMember(row.id, {
            role: index % 2 === turn % 2 ? "admin" : "member",
            nameKey: row.nameKey,
            words: wordsBehind(row),
          }),
        ),
        insert.workspace(aWorkspace(row.id, { nameKey: row.nameKey, words: wordsBehind(row) })),
        ...(row.id === notInHub ? [] : [insert.assignment(anAssignment("hub", row.id, { role: row.role }))]),
        insert.assignment(anAssignment(row.id, "busy", { role: row.role })),
        insert.assignment(anAssignment(row.id, "x", { role: "editor" })),
      ]),
    },
    // One user has several events in one workspace, with those of others in between.
    ...["editor", "owner", "viewer"].map((role, index): Step => ({
      operation: `change-${index}`,
      writes: ["x", "y"].map((id) => replace.assignment(anAssignment("hub", id, { role }))),
    })),
    {
      operation: "settle",
      writes: last
        .filter(({ id }) => id === "x" || id === "y")
        .map(({ id, role }) => replace.assignment(anAssignment("hub", id, { role }))),
    },
  ];
}

/** Rows that match one filter, before those that match all: a store that stops early, or filters afterwards, misses these. */
export const crowded: World = {
  threat: `the rows come after ${size.toLocaleString("en")} others that match fewer filters`,
  ask: {
    users: ["busy", "x"].map(userId),
    workspaces: ["hub", "x"].map(workspaceId),
    roles: ["editor", "viewer"],
    words: ["rare", ...common, lastOfAll, "many"],
    names: ["x", "y"],
    operations: ["late", "crowd", "change-1"].map(operationId),
  },
  organizations: [
    { id: "acme", steps: stepsOf({ count: size, turn: 0, nameKey: null, rare: [], notInHub: "zz" }), most: 16 },
    {
      id: "twin",
      steps: stepsOf({ count: smallSize, turn: 2, nameKey: "c", rare: atTheEdge, notInHub: "w" }),
      most: 12,
    },
  ],
};
