import { describeError, type RosterError } from "workspace-roster";
import { printHeading, printTable } from "../print-table.ts";
import type { Leaver, Offboarding, OffboardingReport } from "./run-offboarding.ts";

/** Prints who would leave. */
export function printPreview(leavers: readonly Leaver[]): void {
  printHeading(`Can be removed: ${leavers.length}`);
  printTable(leavers.map(({ userId, role }) => ({ person: userId, "organization role": role })));
}

/** Prints what became of it: the numbers, what each person lost, and where the successor took over. */
export function printReport({ successor }: Offboarding, report: OffboardingReport): void {
  const { leavers, takenOver, eventCount, revision, milliseconds } = report;
  printHeading(`Removed: ${leavers.length}`);
  printTable(
    leavers.map(({ userId, role, lost }) => {
      const admin = lost.filter((held) => held.role === "admin").length;
      const row = { person: userId, "organization role": role, "workspaces left": lost.length };
      return { ...row, "as admin": admin, "as member": lost.length - admin };
    }),
  );
  printHeading("What they lost");
  for (const { userId, lost } of leavers) {
    const roles = lost.map(({ workspaceId, role }) => (role === "admin" ? `${workspaceId} (admin)` : workspaceId));
    console.log(`  ${userId}: ${roles.join(", ") || "no role in a workspace"}`);
  }
  if (successor !== null) {
    printHeading(`Workspaces that ${successor} took over as admin: ${takenOver.length}`);
    if (takenOver.length === 0) console.log("  None: each still has an admin.");
    else printTable(takenOver.map(({ workspaceId, previousRole }) => takenOverRow(workspaceId, previousRole)));
  }
  const events = eventCount.toLocaleString("en-US");
  console.log(`\nOne commit with ${events} events, revision ${revision}, in ${milliseconds.toFixed(1)} ms.`);
}

/** Prints why it is refused, with all of the workspaces or people behind it. Nothing was written then. */
export function printRefusal(refusal: RosterError): void {
  if (refusal.code === "last_workspace_admin") {
    printHeading(`Refused: ${refusal.workspaceIds.length} workspaces would be left without an admin`);
    for (const workspaceId of refusal.workspaceIds) console.log(`  ${workspaceId}`);
    console.log("\nNobody was removed. Name a --successor who takes them over.");
  } else if (refusal.code === "members_rejected") {
    printHeading(`Refused: ${refusal.rejected.length} cannot be removed`);
    printTable(refusal.rejected.map((rejected) => ({ person: rejected.userId, why: rejected.code })));
    console.log("\nNobody was removed.");
  } else {
    printHeading(`Refused: ${refusal.code}`);
    console.log(`  ${describeError(refusal, { withCause: true })}`);
  }
}

function takenOverRow(workspaceId: string, previousRole: string | null): Readonly<Record<string, string>> {
  return { workspace: workspaceId, before: previousRole ?? "not in it" };
}
