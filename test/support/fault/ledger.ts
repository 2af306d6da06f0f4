import type { CommandReceipt } from "../../../src/index.ts";
import type { FaultWriter, PlannedCommand } from "./plan.ts";
import type { FaultLog } from "./writing.ts";

/** A command that was answered as done. */
export interface Acknowledged {
  readonly command: PlannedCommand;
  readonly outcome: Pick<CommandReceipt, "operationId" | "revision">;
}

/** The answers that the writers of some organizations got, kept outside of the process and the store that fail. */
export interface FaultLedger extends FaultLog {
  readonly writers: readonly FaultWriter[];
  readonly counts: FaultCounts;
  /** By key, those of one organization. */
  acknowledgedIn(organizationId: string): ReadonlyMap<string, Acknowledged>;
  /** Sent but not answered as done yet, at most one per writer. */
  unsettledIn(organizationId: string): readonly PlannedCommand[];
  /** The writer's first command that was not answered as done. */
  nextOf(writer: FaultWriter): number;
  /** Keeps what an audit found about a command with an unknown outcome, so that its resend must agree. */
  found(command: PlannedCommand, operationId: string | null): void;
}

export interface FaultCounts {
  acknowledged: number;
  /** Commands whose resend was answered from the record of the first attempt. */
  replayed: number;
  /** Answers other than done, by code. */
  readonly failures: Record<string, number>;
  /** Broken promises, kept until the end, because a writer has nobody to throw to. */
  readonly lies: string[];
}

/** Errors with which the library says that nothing was applied. */
const promisesOfNothing = new Set(["storage_unavailable", "aborted", "contention", "storage_failed"]);

export function createFaultLedger(writers: readonly FaultWriter[]): FaultLedger {
  const acknowledged = new Map<string, Map<string, Acknowledged>>();
  const unsettled = new Map<string, { readonly command: PlannedCommand; mayBeApplied: boolean }>();
  const fates = new Map<string, string | null>();
  const counts: FaultCounts = { acknowledged: 0, replayed: 0, failures: {}, lies: [] };
  const idOf = ({ writer, key }: PlannedCommand): string => JSON.stringify([writer.organizationId, key]);
  const lie = (command: PlannedCommand, what: string): void => void counts.lies.push(`${idOf(command)}: ${what}`);

  return {
    writers,
    counts,
    acknowledgedIn: (organizationId) => acknowledged.get(organizationId) ?? new Map<string, Acknowledged>(),
    unsettledIn: (organizationId) =>
      [...unsettled.values()]
        .map(({ command }) => command)
        .filter(({ writer }) => writer.organizationId === organizationId),
    nextOf: ({ name, organizationId }) =>
      [...(acknowledged.get(organizationId)?.values() ?? [])].filter(({ command }) => command.writer.name === name)
        .length,
    found: (command, operationId) => void fates.set(idOf(command), operationId),

    sent(command) {
      const known = unsettled.get(idOf(command));
      // From here on the answer may be lost. Until the next answer, the command may have been applied.
      unsettled.set(idOf(command), known ?? { command, mayBeApplied: false });
    },

    acknowledged(command, { operationId, revision, replayed }) {
      const id = idOf(command);
      const { organizationId } = command.writer;
      const ofOrganization = acknowledged.get(organizationId) ?? new Map<string, Acknowledged>();
      if (ofOrganization.has(command.key)) lie(command, "was answered twice");
      acknowledged.set(
        organizationId,
        ofOrganization.set(command.key, { command, outcome: { operationId, revision } }),
      );
      counts.acknowledged += 1;
      if (replayed) counts.replayed += 1;
      if (replayed && unsettled.get(id)?.mayBeApplied === false && !fates.has(id))
        lie(command, "was applied though every answer before said that nothing was");
      const fate = fates.get(id);
      if (fate !== undefined && fate !== (replayed ? operationId : null))
        lie(command, `was ${replayed ? "replayed" : "executed"} while the store held ${fate ?? "nothing"} of it`);
      unsettled.delete(id);
      fates.delete(id);
    },

    failed(command, code) {
      counts.failures[code] = (counts.failures[code] ?? 0) + 1;
      const known = unsettled.get(idOf(command));
      if (code === "outcome_unknown") {
        if (known !== undefined) known.mayBeApplied = true;
        // The command may have been stored since the audit.
        if (fates.get(idOf(command)) === null) fates.delete(idOf(command));
      } else if (!promisesOfNothing.has(code)) {
        lie(command, `was refused with ${code}`);
      }
    },
  };
}
