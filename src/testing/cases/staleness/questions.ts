import { type Need, need } from "../../../application/ports/need.ts";
import type { EventsQuery, ListQuery } from "../../../application/ports/queries.ts";
import type { RosterStorage } from "../../../application/ports/roster-storage.ts";
import { commandKey, operationId, organizationId, userId, workspaceId } from "../../builders/ids.ts";
import { listQuery } from "../../builders/queries.ts";
import type { QueryOf } from "../../questions/list-questions.ts";
import { eventsView, listView, loadView, type View } from "../../questions/view.ts";

export const acme = organizationId("acme");

/** The key of a command that is stored, pruned, and stored again. */
export const probe = commandKey("probe");

const ada = userId("ada");
/** Not there at first. */
const dot = userId("dot");
const lab = workspaceId("lab");
/** Not there at first. */
const den = workspaceId("den");
/** Archived, with the name key of lab. */
const old = workspaceId("old");

/** Everything that changes. It comes along with one page of each list. */
const everything: Partial<Need> = {
  command: probe,
  members: [ada, dot],
  workspaces: [lab, den],
  assignments: [lab, den].map((each) => ({ workspaceId: each, userIds: [ada, dot] })),
  grantingEvents: true,
};

/** What to load for each part of a need. */
const needs: { readonly [Part in keyof Need]: readonly Partial<Need>[] } = {
  command: [{ command: probe }],
  members: [{ members: [ada, dot] }],
  anyMembers: [{ anyMembers: 100 }],
  firstAdminExcept: [{ firstAdminExcept: [] }, { firstAdminExcept: [ada], allAssignmentsOf: [userId("bo")] }],
  workspaces: [{ workspaces: [lab, den] }],
  workspaceNames: [{ workspaceNames: ["lab"] }, { workspaceNames: ["new", "lab", "den"] }],
  workspacesNamedLike: [{ workspacesNamedLike: [old] }],
  assignments: [{ assignments: [{ workspaceId: lab, userIds: [ada, dot] }] }],
  allAssignmentsOf: [{ allAssignmentsOf: [ada] }, { allAssignmentsOf: [dot] }],
  maxAssignments: [{ allAssignmentsOf: [ada], maxAssignments: 50 }],
  assignmentsInSameWorkspaces: [{ allAssignmentsOf: [userId("bo")], assignmentsInSameWorkspaces: [ada, dot] }],
  grantingEvents: [{ allAssignmentsOf: [ada, dot], grantingEvents: true }],
};

const all = listQuery(acme);
const withFacts: ListQuery = { ...all, need: need(everything) };
const oldWord: ListQuery = { ...all, words: ["fir"] };
const newWord: ListQuery = { ...all, words: ["new"] };
const nextPage: ListQuery = { ...all, after: { nameKey: "b", id: "b" }, limit: 2 };

/** What to ask of each list. */
const lists: { readonly [Name in keyof RosterStorage["read"]]: readonly QueryOf<Name>[] } = {
  organizationMembers: [
    ...[withFacts, oldWord, newWord, nextPage].map((query) => ({ ...query, role: null })),
    { ...all, role: "admin" },
    { ...all, role: "member" },
  ],
  workspaceMembers: [
    ...[withFacts, oldWord, newWord, nextPage].map((query) => ({ ...query, workspaceId: lab, role: null })),
    { ...all, workspaceId: lab, role: "admin" },
    { ...all, workspaceId: lab, role: "member" },
    { ...all, workspaceId: den, role: null },
  ],
  candidates: [
    ...[withFacts, oldWord, newWord, nextPage].map((query) => ({ ...query, workspaceId: lab })),
    { ...all, workspaceId: den },
  ],
  workspaces: [
    ...[withFacts, oldWord, newWord, nextPage].map((query) => ({ ...query, includeArchived: false })),
    { ...all, includeArchived: true },
  ],
  workspacesOf: [
    ...[withFacts, oldWord, newWord, nextPage].map((query) => ({ ...query, userId: ada })),
    { ...all, userId: dot },
  ],
};

/** What to ask of the events, for each part of the query. */
const events: { readonly [Part in keyof EventsQuery]: readonly Partial<EventsQuery>[] } = {
  need: [{}, { need: need(everything) }],
  workspaceId: [{ workspaceId: lab }, { workspaceId: den }],
  userId: [{ userId: ada }, { userId: dot }],
  operationId: [{ operationId: operationId("probe") }],
};

/**
 * Questions that together show every field of every row. Most of the first answers lack what is stored later, so that a
 * store which remembers an absence is found out too.
 */
export const questions: readonly View[] = [
  ...Object.values(needs)
    .flat()
    .map((parts) => loadView(acme, parts)),
  ...lists.organizationMembers.map((query) => listView("organizationMembers", query)),
  ...lists.workspaceMembers.map((query) => listView("workspaceMembers", query)),
  ...lists.candidates.map((query) => listView("candidates", query)),
  ...lists.workspaces.map((query) => listView("workspaces", query)),
  ...lists.workspacesOf.map((query) => listView("workspacesOf", query)),
  ...Object.values(events)
    .flat()
    .map((parts) => eventsView(acme, parts)),
  eventsView(acme, {}, { after: 4, limit: 2 }),
];
