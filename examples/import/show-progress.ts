import type { OrganizationPlan } from "./import-plan.ts";
import type { ImportProgress } from "./run-import.ts";

/** What is used of `process.stderr`. */
interface ProgressStream {
  readonly isTTY: boolean;
  write(text: string): unknown;
  clearLine(direction: 0): unknown;
  cursorTo(column: number): unknown;
}

const sparseLines = 10;
/** About so many people take as long as one workspace. */
const peoplePerWorkspace = 50;

/** Tells how far an organization has come: in one line that changes on a terminal, else in about ten lines. */
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
    } else if (done * sparseLines >= total * (linesWritten + 1)) {
      linesWritten = Math.floor((done * sparseLines) / total);
      stream.write(`${line}\n`);
    }
  };
}

function part(done: number, of: number): string {
  return `${done.toLocaleString("en-US")} of ${of.toLocaleString("en-US")}`;
}
