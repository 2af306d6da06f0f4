import type { OrganizationPlan } from "./import-plan.ts";
import type { ImportProgress } from "./run-import.ts";

/** The part of `process.stderr` that is used. */
interface ProgressStream {
  readonly isTTY: boolean;
  write(text: string): unknown;
  clearLine(direction: 0): unknown;
  cursorTo(column: number): unknown;
}

/** How many lines to write if the stream is not a terminal. */
const lineCount = 10;
/** About how many people take as long to import as one workspace. */
const peoplePerWorkspace = 50;

/** Shows the progress of importing an organization: one changing line on a terminal, otherwise about ten lines. */
export function progressOf(plan: OrganizationPlan, stream: ProgressStream): (progress: ImportProgress) => void {
  const { organizationId, members, workspaces: planned } = plan;
  const total = members.length / peoplePerWorkspace + planned.length;
  let linesWritten = 0;
  return ({ people, workspaces }) => {
    const done = people / peoplePerWorkspace + workspaces;
    const line = `${organizationId}: ${part(people, members.length)} people, ${part(workspaces, planned.length)} workspaces`;
    if (stream.isTTY) {
      stream.clearLine(0);
      stream.cursorTo(0);
      stream.write(done < total ? line : "");
    } else if (done * lineCount >= total * (linesWritten + 1)) {
      linesWritten = Math.floor((done * lineCount) / total);
      stream.write(`${line}\n`);
    }
  };
}

function part(done: number, of: number): string {
  return `${done.toLocaleString("en-US")} of ${of.toLocaleString("en-US")}`;
}
