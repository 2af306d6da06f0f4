import type { RosterStorage } from "../../application/ports/roster-storage.ts";
import { libraryLimits } from "../../application/ports/storage-limits.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";
import { defaultWorkspaceRoles } from "../../domain/workspace/workspace-roles.ts";
import { organizationId as asOrganizationId } from "../builders/ids.ts";
import type { OpenStore } from "../harness.ts";
import type { Settings } from "../reference/settings.ts";
import { gatedStorage } from "../storages/gated-storage.ts";
import { type Fate, lossyStorage } from "../storages/lossy-storage.ts";
import { type Client, type PlayedCall, playClients, rosterOn } from "./clients.ts";
import type { Played } from "./explain-history.ts";
import { cast, plansOf } from "./generate.ts";
import type { HistoryModel } from "./history-model.ts";
import { type Random, randomOf } from "./random.ts";
import { historyTimer, turnstile } from "./turnstile.ts";

/** How the clients are connected to the store: `lossy` loses commits and answers on the way. */
export type Connection = "sound" | "lossy";

/** A history to play. */
export interface History<State> {
  readonly model: HistoryModel<State>;
  /** The handles that begin the history and read how it ended. They must not be gated or lossy. */
  readonly store: Pick<OpenStore, "storage" | "second">;
  readonly settings: Settings;
  readonly organizationId: OrganizationId;
  /** Users of the organization besides those of the stage. */
  readonly extraUserIds?: readonly string[];
  readonly clients: readonly Client[];
  /** Called before each call of a client. */
  readonly pause: () => Promise<unknown>;
  /** Waits for the clients. A scheduler opens its gates here. */
  readonly finish?: (playing: Promise<readonly PlayedCall[]>) => Promise<readonly PlayedCall[]>;
}

/** Sets the stage, lets all clients make their calls, and reads through both handles how the history ended. */
export async function playHistory<State>(history: History<State>): Promise<Played<State>> {
  const { model, store, settings, organizationId, extraUserIds = [], clients, pause, finish } = history;
  const everybody = { ...cast, userIds: [...cast.userIds, ...extraUserIds] };
  const beginning = await model.setStage(store.storage, organizationId, extraUserIds);
  const playing = playClients(clients, pause);
  const calls = await (finish === undefined ? playing : finish(playing));
  const endings = [
    await model.readEnding(store.storage, organizationId, everybody),
    await model.readEnding(store.second, organizationId, everybody),
  ];
  return { model, settings, cast: everybody, beginning, calls, endings };
}

/** Three clients of a store. The returned function plays the history of a seed, each in an organization of its own. */
export function historiesOn<State>(
  store: OpenStore,
  connection: Connection,
  model: HistoryModel<State>,
): (seed: number) => Promise<Played<State>> {
  const random = randomOf(0);
  const gates = turnstile(random);
  const settings = historySettings(store.storage);
  const host = {
    ...settings,
    timer: historyTimer(random, gates),
    // Short on a lossy connection, so that some commands end without knowing whether they were applied.
    deadlineMs: connection === "lossy" ? 5 : 1_000_000,
  };
  const rosters = [store.storage, store.second, store.storage].map((handle) =>
    rosterOn(connected(handle, random, connection, gates.pass), host),
  );

  return (seed) => {
    const organizationId = asOrganizationId(`history-${seed}`);
    random.restart(seed);
    const plans = plansOf(random, organizationId);
    const clients = rosters.map((ask, index) => ({ name: "ABC"[index] ?? "", ask, plan: plans[index] ?? [] }));
    return playHistory({ model, store, settings, organizationId, clients, pause: gates.pass });
  };
}

/** Limits so small that two additions at once do not fit. */
export function historySettings({ limits }: RosterStorage): Settings {
  return {
    policy: {
      organizationAdminsAdminister: true,
      membersCreateWorkspaces: false,
      limits: { membersPerWorkspace: 5, activeWorkspacesPerOrganization: 3 },
    },
    workspaceRoles: defaultWorkspaceRoles,
    maxBatchSize: Math.min(libraryLimits.members, limits.members),
    maxCommitSize: Math.min(libraryLimits.changes, limits.changes),
  };
}

function connected(
  storage: RosterStorage,
  random: Random,
  connection: Connection,
  pass: () => Promise<void>,
): RosterStorage {
  const gated = gatedStorage(storage, pass);
  if (connection === "sound") return gated;
  return lossyStorage(gated, () => random.pick<Fate>(["answered", "answered", "applied, answer lost", "lost"]));
}
