// Changes the SQL statements of a product store in one place at a time and runs the storage contract on each mutant.
// Fails if a mutant survives that is not among the known survivors, or if a known survivor is gone.
import { setPriority } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runAll } from "./statement-mutants/run-all.ts";
import { serve } from "./statement-mutants/worker.ts";

const { values } = parseArgs({
  options: {
    worker: { type: "string" },
    store: { type: "string", default: "sqlite" },
    only: { type: "string", default: "" },
    sample: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    workers: { type: "string", default: "2" },
    continue: { type: "boolean", default: false },
    survivors: { type: "boolean", default: false },
  },
});

if (values.worker !== undefined) {
  setPriority(10);
  serve(values.worker === "sqlite" ? null : values.worker);
} else if (values.store === "sqlite" || values.store === "postgres") {
  process.exitCode = await runAll({
    program: import.meta.filename,
    store: values.store,
    only: values.only,
    sample: Number(values.sample),
    seed: Number(values.seed),
    workers: Number(values.workers),
    continues: values.continue,
    survivorsOnly: values.survivors,
    file: join(import.meta.dirname, `../node_modules/.cache/statement-mutants/${values.store}.json`),
  });
} else {
  console.error("--store must be sqlite or postgres.");
  process.exitCode = 2;
}
