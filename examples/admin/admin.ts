// A program for administrators with two commands: `import` brings organizations in from a file, `offboard` removes people.
// `npm run import -- --help` and `npm run offboard -- --help` explain them.
import { exitCodes, fail } from "./command-line.ts";
import { importCommand } from "./import/import-command.ts";
import { offboardCommand } from "./offboard/offboard-command.ts";

const [command, ...args] = process.argv.slice(2);

if (command === "import") process.exitCode = await importCommand(args);
else if (command === "offboard") process.exitCode = await offboardCommand(args);
else process.exitCode = fail("Usage: admin.ts import|offboard …", exitCodes.unusable);
