#!/usr/bin/env node
import { runProgram } from "./contract/program.ts";

const code = await runProgram(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
  hasColors: process.stdout.isTTY,
});

// A harness may keep a pool open for all of its stores, which would keep the process alive.
process.stdout.write("", () => process.exit(code));
