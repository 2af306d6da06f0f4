import { AssertionError } from "node:assert/strict";
import { libraryLimits } from "../../application/ports/storage-limits.ts";
import type { RosterEvent } from "../../domain/facts/event.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";
import { defaultPolicy, type Policy } from "../../domain/values/policy.ts";
import { defaultWorkspaceRoles, type WorkspaceRoles } from "../../domain/workspace/workspace-roles.ts";
import { eventsQuery } from "../builders/queries.ts";
import { organizationId as asOrganizationId } from "../builders/ids.ts";
import { valueOf } from "../expectations.ts";
import type { OpenStore } from "../harness.ts";
import { rosterOn } from "../histories/clients.ts";
import { explanationOf } from "../histories/explain-history.ts";
import { coreModel } from "../histories/history-model.ts";
import { playHistory } from "../histories/play-history.ts";
import { reportOf } from "../histories/report.ts";
import type { Answer, Operation } from "../reference/operation.ts";
import { type Meeting, meetingInOrder, meetingStorage, noMeeting } from "./meeting.ts";

/** Commands that are sent at the same time, through alternating handles. */
export interface Race {
  readonly policy?: Partial<Policy>;
  readonly workspaceRoles?: WorkspaceRoles;
  /** Users in addition to those of the stage. */
  readonly extraUserIds?: readonly string[];
  /** One entry per party: a command, or several that it sends one after the other. */
  readonly commands: (organizationId: string) => readonly (Operation | readonly Operation[])[];
  /** Runs alongside the commands. Must end once `isOver` returns true. */
  readonly meanwhile?: (organizationId: OrganizationId, isOver: () => boolean) => Promise<void>;
}

/** How one round of a race ended. */
export interface Round {
  /** In the order of the commands. */
  readonly answers: readonly Answer[];
  /** `done` or the code of the refusal of each command, in the order of the commits if that was arranged. */
  readonly fates: readonly string[];
  /** Whether the order of the commits was arranged. */
  readonly isArranged: boolean;
  /** The events that the commands added. */
  readonly events: readonly RosterEvent[];
}

/** Short, because a command meets at most one conflict per competitor. A store that never commits is found sooner. */
const deadlineMs = 15_000;

/** Rounds in which no party waits for another. */
const freeRounds = 4;

/**
 * Runs a race once for every order of the commits, and a few times without an order. Each round has its own organization.
 *
 * Some serial order must explain each round. `judge` asserts what else must be true at the end.
 */
export async function raceOn(
  store: OpenStore,
  { policy = {}, workspaceRoles = defaultWorkspaceRoles, extraUserIds = [], commands, meanwhile }: Race,
  judge: (round: Round) => void,
): Promise<void> {
  const { limits } = store.storage;
  const settings = {
    policy: { ...defaultPolicy, ...policy },
    workspaceRoles,
    maxBatchSize: Math.min(libraryLimits.members, limits.members),
    maxCommitSize: Math.min(libraryLimits.changes, limits.changes),
    deadlineMs,
  };
  const parties = commands("").map((_, party) => party);
  let meeting: Meeting = noMeeting;
  const rosters = parties.map((party) => {
    const handle = party % 2 === 0 ? store.storage : store.second;
    return rosterOn(
      meetingStorage(handle, party, () => meeting),
      settings,
    );
  });

  const free = Array.from({ length: freeRounds }, () => null);
  for (const [index, order] of [...ordersOf(parties), ...free].entries()) {
    const organizationId = asOrganizationId(`race-${index}`);
    const here = order === null ? noMeeting : meetingInOrder(order);
    meeting = here;
    const clients = commands(organizationId).map((command, party) => ({
      name: "ABC"[party] ?? "",
      ask: rosters[party] ?? rosterOn(store.storage, settings),
      plan: [command].flat(),
      ended: () => {
        here.left(party);
      },
    }));
    let isOver = false;
    const played = await playHistory({
      model: coreModel,
      store,
      settings,
      organizationId,
      extraUserIds,
      clients,
      pause: () => Promise.resolve(),
      async finish(playing) {
        const commandsEnd = playing.finally(() => {
          isOver = true;
        });
        const [calls] = await Promise.all([commandsEnd, meanwhile?.(organizationId, () => isOver)]);
        return calls;
      },
    });
    if (explanationOf(played) === null) throw new AssertionError({ message: reportOf(played, "this race") });

    const { beginning, calls } = played;
    const answers = calls.flatMap(({ result }) => (result.kind === "answered" ? [result.answer] : []));
    const { rows } = await valueOf(
      store.second.events(organizationId, beginning.facts.lastSequence, 10_000, eventsQuery()),
    );
    const fates = (order ?? parties).map((party) =>
      fateOf(calls.findLast(({ client }) => client === "ABC"[party])?.result),
    );
    judge({ answers, fates, isArranged: order !== null, events: rows });
  }
}

function fateOf(result: { readonly kind: string; readonly answer?: Answer } | undefined): string {
  if (result?.answer === undefined) return result?.kind ?? "missing";
  const { value } = result.answer;
  return "refused" in value ? value.refused.code : "done";
}

function ordersOf(parties: readonly number[]): readonly (readonly number[])[] {
  if (parties.length <= 1) return [parties];
  return parties.flatMap((first) =>
    ordersOf(parties.filter((party) => party !== first)).map((others) => [first, ...others]),
  );
}
