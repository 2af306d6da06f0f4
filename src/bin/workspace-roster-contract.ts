#!/usr/bin/env node
import { runProgram } from "./contract/program.ts";

const code = await runProgram(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
  hasColors: process.stdout.isTTY,
});

// Exit explicitly: a harness may keep a connection pool open, which would keep the process alive.
process.stdout.write("", () => process.exit(code));
