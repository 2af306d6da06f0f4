import type { RosterStorage } from "../../application/ports/roster-storage.ts";
import { libraryLimits } from "../../application/ports/storage-limits.ts";
import { defaultWorkspaceRoles } from "../../domain/workspace/workspace-roles.ts";
import { organizationId as asOrganizationId } from "../builders/ids.ts";
import { gatedStorage } from "../gated-storage.ts";
import type { OpenStore } from "../harness.ts";
import type { Settings } from "../reference/settings.ts";
import { playClients, rosterOn } from "./client.ts";
import { endingOf } from "./ending.ts";
import type { Played } from "./explain.ts";
import { cast, plansOf } from "./generate.ts";
import { historyTimer } from "./history-timer.ts";
import { type Fate, lossyStorage } from "./lossy-storage.ts";
import { type Random, randomOf } from "./random.ts";
import { setStage } from "./stage.ts";
import { turnstile } from "./turnstile.ts";

/** How the clients are connected: `broken` loses commits and answers on the way. */
export type Line = "sound" | "broken";

/** Three clients of a store, whose rosters serve one history after the other, each in an organization of its own. */
export function historiesOn(store: OpenStore, line: Line): (seed: number) => Promise<Played> {
  const random = randomOf(0);
  const gates = turnstile(random);
  const settings = settingsOn(store.storage);
  const host = {
    ...settings,
    timer: historyTimer(random, gates),
    // On a broken line soon over, so that some commands end without knowing whether they were applied.
    deadlineMs: line === "broken" ? 5 : 1_000_000,
  };
  const rosters = [store.storage, store.second, store.storage].map((handle) =>
    rosterOn(connected(handle, random, line, gates.pass), host),
  );

  return async (seed) => {
    const organizationId = asOrganizationId(`history-${seed}`);
    const beginning = await setStage(store.storage, organizationId);
    random.restart(seed);
    const plans = plansOf(random, organizationId);
    const clients = rosters.map((ask, index) => ({ name: "ABC"[index] ?? "", ask, plan: plans[index] ?? [] }));
    const calls = await playClients(clients, gates.pass);
    const endings = [
      await endingOf(store.storage, organizationId, cast),
      await endingOf(store.second, organizationId, cast),
    ];
    return { settings, beginning, calls, endings };
  };
}

/** A host small enough that two at once do not fit. */
function settingsOn({ limits }: RosterStorage): Settings {
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

function connected(storage: RosterStorage, random: Random, line: Line, pass: () => Promise<void>): RosterStorage {
  const gated = gatedStorage(storage, pass);
  if (line === "sound") return gated;
  return lossyStorage(gated, () => random.pick<Fate>(["answered", "answered", "applied, answer lost", "lost"]));
}
