import type { CommitBatch } from "../../../src/application/ports/commit-batch.ts";
import type { RosterEvent } from "../../../src/domain/facts/event.ts";
import { type Breaks, broken, type BrokenStorage, changesFacts } from "./broken-storage.ts";
import { withEvents } from "./changes.ts";

const many = "many commands › remembers the first of 1,500 commands, and every event, until the command is pruned";
const prunedByTime = "times › prunes by the time of the command alone, whatever the order of the commits was";

/** Keeps only the last records of commands, of each organization or of all. */
const keepsLast =
  (size: number, scopeOf: (batch: CommitBatch) => string): Breaks =>
  (storage) => {
    const recent = new Map<string, string[]>();
    const key = (id: string, command: string): string => JSON.stringify([id, command]);
    const forgotten = new Set<string>();
    return {
      ...storage,
      load: (id, asked, options) =>
        storage
          .load(id, asked, options)
          .map((facts) =>
            asked.command !== null && forgotten.has(key(id, asked.command)) ? { ...facts, command: null } : facts,
          ),
      commit(batch, options) {
        return storage.commit(batch, options).map((outcome) => {
          const own = key(batch.organizationId, batch.command.key);
          if (outcome.kind === "replay" && forgotten.has(own)) return { kind: "conflict" };
          if (outcome.kind === "committed") {
            const all = [...(recent.get(scopeOf(batch)) ?? []), own];
            recent.set(scopeOf(batch), all.slice(-size));
            for (const old of all.slice(0, -size)) forgotten.add(old);
          }
          return outcome;
        });
      },
    };
  };

/** Drops what belongs to a pruned command: events, or the events of operations and grants. */
const dropsWhenPruning =
  (drops: "events" | "grants" | "operations"): Breaks =>
  (storage) => {
    const at = new Map<number, string>();
    let cut = "";
    const isKept = ({ sequence }: RosterEvent): boolean => (at.get(sequence) ?? "") >= cut;
    const keepsGrants = changesFacts((facts) =>
      drops === "operations" ? facts : { ...facts, grantingEvents: facts.grantingEvents.filter(isKept) },
    )(storage);
    return {
      ...withEvents(keepsGrants, (page, [, , , query]) =>
        drops === "events" || (drops === "operations" && query.operationId !== null)
          ? { ...page, rows: page.rows.filter(isKept) }
          : page,
      ),
      commit(batch, options) {
        for (const { sequence } of batch.events) at.set(sequence, batch.command.at);
        return storage.commit(batch, options);
      },
      pruneCommandRecords(before, limit, options) {
        cut = before;
        return storage.pruneCommandRecords(before, limit, options);
      },
    };
  };

export const brokenOldCommands: readonly BrokenStorage[] = [
  broken(
    "keeps the last 1,000 commands of an organization",
    keepsLast(1_000, ({ organizationId }) => organizationId),
    many,
  ),
  broken(
    "keeps the last 1,024 commands",
    keepsLast(1_024, () => ""),
    many,
  ),
  broken("drops the events of the commands that it prunes", dropsWhenPruning("events"), many),
  broken("drops the granting events of the commands that it prunes", dropsWhenPruning("grants"), many),
  broken("no longer finds the operations of the commands that it prunes", dropsWhenPruning("operations"), many),
  broken(
    "prunes all commands if it prunes one",
    (storage) => ({
      ...storage,
      pruneCommandRecords: (before, limit, options) =>
        storage
          .pruneCommandRecords(before, limit, options)
          .andThen((answer) =>
            storage
              .pruneCommandRecords(answer.deleted > 0 ? "9999-12-31T23:59:59.999Z" : before, limit, options)
              .map(() => answer),
          ),
    }),
    many,
    prunedByTime,
  ),
];
