import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { createFaultLedger, type FaultLedger } from "../support/fault/ledger.ts";
import { plannedCommand } from "../support/fault/plan.ts";
import { auditSqliteCopy, auditSqliteFile, foundSqliteFile, sqliteProblems } from "../support/fault/sqlite-file.ts";
import { startWriter, type WriterProcess } from "../support/fault/writer-process.ts";
import { randomFrom } from "../support/examples/import-organization.ts";
import type { WritingStep } from "./sqlite-writer.ts";

const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1_000_000));
const cycles = Number(process.env["ROSTER_FAULT_CYCLES"] ?? 100);

const aims = ["anywhere", "anywhere", "inside", "inside", "after"] as const;

/** When the kill came. */
interface Kill {
  readonly insideCommit: boolean;
  readonly whileSent: boolean;
}

describe(`SQLite, when the process that writes is killed (SEED=${seed})`, () => {
  const random = randomFrom(seed);
  const folder = mkdtempSync(join(tmpdir(), "sqlite-killed-"));
  const compileCache = join(folder, "compiled");

  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    { journal: "a write-ahead log", mode: "wal" },
    { journal: "a rollback journal", mode: "delete" },
  ] as const)(
    `keeps every acknowledged command, and applies none in part or twice (${cycles} times, $journal)`,
    { timeout: 300_000 },
    async ({ mode }) => {
      const path = join(folder, `${mode}.db`);
      const ledger = createFaultLedger([
        { name: "ann", organizationId: "north" },
        { name: "bob", organizationId: "north" },
        { name: "cem", organizationId: "south" },
      ]);
      await foundSqliteFile(path, mode, ledger);
      const kills: Kill[] = [];
      let unsettled = 0;
      let next = startWriter(compileCache);

      try {
        for (let cycle = 0; cycle < cycles; cycle += 1) {
          const writer = next;
          // It loads its modules while the other one writes.
          next = startWriter(compileCache);
          kills.push(await writeUntilKilled(writer, path, ledger));
          await (cycle % 2 === 0 ? auditSqliteCopy : auditSqliteFile)(path, ledger);
          expect(ledger.counts.lies).toEqual([]);
          unsettled += ["north", "south"].flatMap((id) => ledger.unsettledIn(id)).length;
        }
      } finally {
        next.kill();
        await next.gone;
      }

      expect(await sqliteProblems(path)).toEqual([]);
      const { acknowledged, replayed, failures } = ledger.counts;
      const insideCommit = kills.filter((kill) => kill.insideCommit).length;
      console.log(
        `${mode}: ${cycles} kills, ${insideCommit} of them inside COMMIT; ${acknowledged} commands acknowledged; ` +
          `${unsettled} sent without an answer, ${replayed} of them had been applied.`,
      );
      expect(failures).toEqual({});
      expect(insideCommit).toBeGreaterThanOrEqual(cycles / 10);
      expect(kills.filter(({ whileSent }) => whileSent).length).toBeGreaterThanOrEqual(cycles / 2);
      expect(replayed).toBeGreaterThan(0);
      expect(unsettled).toBeGreaterThan(replayed);
    },
  );

  /** The kills come at any moment, so many microseconds after a COMMIT began, or between a COMMIT and its answer. */
  async function writeUntilKilled(writer: WriterProcess, path: string, ledger: FaultLedger): Promise<Kill> {
    const aim = aims[Math.floor(random() * aims.length)];
    const commit = 1 + Math.floor(random() * 8);
    const delayMs = random() * (aim === "inside" ? 1 : 60);
    let begun = 0;
    let ended = 0;
    let heard = (): void => undefined;
    const firstStep = new Promise<void>((resolve) => (heard = resolve));

    const hear = (step: WritingStep): void => {
      heard();
      keep(step, ledger);
      if (step.step === "commit begins") begun += 1;
      if (step.step === "commit ended") ended += 1;
      if (aim === "inside" && step.step === "commit begins" && begun === commit) {
        stand(delayMs);
        writer.kill();
      }
      if (aim === "after" && ended === commit) writer.kill();
    };
    const writers = ledger.writers.map((each) => ({ ...each, from: ledger.nextOf(each) }));
    const synchronous = random() < 0.5 ? "FULL" : "NORMAL";
    writer.begin({ path, synchronous, writers, standAfterCommit: aim === "after" ? commit : null }, hear);
    if (aim === "anywhere") {
      await Promise.race([firstStep, writer.gone]);
      await wait(delayMs);
      writer.kill();
    }
    const { signal, stderr } = await writer.gone;
    expect(signal, stderr).toBe("SIGKILL");
    const whileSent = ledger.writers.some(({ organizationId }) => ledger.unsettledIn(organizationId).length > 0);
    return { insideCommit: begun > ended, whileSent };
  }
});

function keep(step: WritingStep, ledger: FaultLedger): void {
  if (!("writer" in step)) return;
  const writer = ledger.writers.find(({ name }) => name === step.writer);
  if (writer === undefined) throw new Error(`There is no writer ${step.writer}.`);
  const command = plannedCommand(writer, step.index);
  if (step.step === "sent") ledger.sent(command);
  else if (step.step === "done") ledger.acknowledged(command, step.outcome);
  else ledger.failed(command, step.code);
}

/** Timers are too coarse to aim at a moment inside a COMMIT. */
function stand(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}
