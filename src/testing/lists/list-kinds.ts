import type { Facts } from "../../application/ports/need.ts";
import type { ListPage, ListQuery, PersonRow, Position, WorkspaceRow } from "../../application/ports/queries.ts";
import type { RosterStorage, StorageCallOptions } from "../../application/ports/roster-storage.ts";
import type { StorageError } from "../../application/ports/storage-error.ts";
import type { Write } from "../../application/ports/write.ts";
import type { ResultAsync } from "neverthrow";
import type { Item } from "./list-item.ts";
import { aMember, anAssignment, aWorkspace } from "../builders/records.ts";
import { insert, remove, replace } from "../builders/writes.ts";

/** A list of the port. Each promise that all lists make becomes one case per list. */
export interface ListKind {
  readonly name: keyof RosterStorage["read"];
  /** Writes that must come before the first item. */
  readonly frame: readonly Write[];
  /** Adds an item to the list. */
  readonly add: (item: Item) => readonly Write[];
  /** Changes the name key and the words of an item in the list. */
  readonly change: (item: Item) => readonly Write[];
  /** Removes an item from the list. */
  readonly drop: (item: Item) => readonly Write[];
  /** Adds an item again that was removed. */
  readonly bringBack: (item: Item) => readonly Write[];
  /** Reads a page as the storage returns it. */
  rows(
    storage: RosterStorage,
    query: ListQuery,
    options?: StorageCallOptions,
  ): ResultAsync<ListPage<Row>, StorageError>;
  /** Reads the positions of the rows of a page, with the facts. */
  read(storage: RosterStorage, query: ListQuery, options?: StorageCallOptions): ResultAsync<PlacesPage, StorageError>;
}

type Row = PersonRow | WorkspaceRow;

interface PlacesPage {
  readonly facts: Facts;
  readonly places: readonly Position[];
}

const home = aWorkspace("home");
const reader = aMember("reader");

function nameOf({ nameKey, words }: Item): Pick<Item, "nameKey" | "words"> {
  return { nameKey, words };
}

const join = (each: Item) => [
  insert.member(aMember(each.id, nameOf(each))),
  insert.assignment(anAssignment("home", each.id)),
];

const rename = (each: Item) => [replace.workspace(aWorkspace(each.id, nameOf(each)))];

const people = {
  frame: [insert.workspace(home)],
  add: join,
  bringBack: join,
  change: (each: Item) => [replace.member(aMember(each.id, nameOf(each)))],
  drop: ({ id }: Item) => [remove.member(id), remove.assignment("home", id)],
};

const workspaces = {
  frame: [insert.member(reader)],
  add: (each: Item) => [
    insert.workspace(aWorkspace(each.id, nameOf(each))),
    insert.assignment(anAssignment(each.id, "reader")),
  ],
  change: rename,
  bringBack: rename,
  drop: (each: Item) => [replace.workspace(aWorkspace(each.id, { ...nameOf(each), status: "archived" }))],
};

function placesOf({ facts, rows }: ListPage<Row>): PlacesPage {
  return {
    facts,
    places: rows.map((row) => ({ nameKey: row.nameKey, id: "userId" in row ? row.userId : row.workspaceId })),
  };
}

function listKind(kind: Omit<ListKind, "read">): ListKind {
  return { ...kind, read: (storage, query, options) => kind.rows(storage, query, options).map(placesOf) };
}

export const listKinds: readonly ListKind[] = [
  listKind({
    ...people,
    name: "organizationMembers",
    rows: ({ read }, query, options = {}) => read.organizationMembers({ ...query, role: null }, options),
  }),
  listKind({
    ...people,
    name: "workspaceMembers",
    rows: ({ read }, query, options = {}) =>
      read.workspaceMembers({ ...query, workspaceId: home.workspaceId, role: null }, options),
  }),
  listKind({
    ...people,
    name: "candidates",
    rows: ({ read }, query, options = {}) => read.candidates({ ...query, workspaceId: home.workspaceId }, options),
  }),
  listKind({
    ...workspaces,
    name: "workspaces",
    rows: ({ read }, query, options = {}) => read.workspaces({ ...query, includeArchived: false }, options),
  }),
  listKind({
    ...workspaces,
    name: "workspacesOf",
    rows: ({ read }, query, options = {}) => read.workspacesOf({ ...query, userId: reader.userId }, options),
  }),
];
