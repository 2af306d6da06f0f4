import { describeError, type RosterError } from "workspace-roster";
import { printHeading, printTable } from "../../print-table.ts";
import type { Leaver, Offboarding, OffboardingReport } from "./run-offboarding.ts";

/** Prints who would be removed. */
export function printPreview(leavers: readonly Leaver[]): void {
  printHeading(`Can be removed: ${leavers.length}`);
  printTable(leavers.map(({ userId, role }) => ({ person: userId, "organization role": role })));
}

/** Prints the numbers, the roles that each person lost, and the workspaces that the successor took over. */
export function printReport({ successor }: Offboarding, report: OffboardingReport): void {
  const { leavers, takenOver, eventCount, revision, milliseconds } = report;
  printHeading(`Removed: ${leavers.length}`);
  printTable(
    leavers.map(({ userId, role, lost }) => {
      const admin = lost.filter((held) => held.role === "admin").length;
      const row = { person: userId, "organization role": role, "roles lost": lost.length };
      return { ...row, "as admin": admin, "as member": lost.length - admin };
    }),
  );
  printHeading("Roles that they lost");
  for (const { userId, lost } of leavers) {
    const roles = lost.map(({ workspaceId, role }) => (role === "admin" ? `${workspaceId} (admin)` : workspaceId));
    console.log(`  ${userId}: ${roles.join(", ") || "none"}`);
  }
  if (successor !== null) {
    printHeading(`Workspaces that ${successor} took over as admin: ${takenOver.length}`);
    if (takenOver.length === 0) console.log("  None: each workspace still has an admin.");
    else printTable(takenOver.map(({ workspaceId, previousRole }) => takenOverRow(workspaceId, previousRole)));
  }
  const events = eventCount.toLocaleString("en-US");
  console.log(
    `\nOne commit with ${events} events in ${milliseconds.toFixed(1)} ms. The organization is now at revision ${revision}.`,
  );
}

/** Prints why the command was refused, with every workspace or person that is a reason, or the error that stopped it. */
export function printRefusal(refusal: RosterError): void {
  if (refusal.code === "last_workspace_admin") {
    const count = refusal.workspaceIds.length;
    printHeading(`Refused: ${count} ${count === 1 ? "workspace" : "workspaces"} would be left without an admin`);
    for (const workspaceId of refusal.workspaceIds) console.log(`  ${workspaceId}`);
    console.log("\nNobody was removed. Name a --successor to become their admin.");
  } else if (refusal.code === "members_rejected") {
    printHeading(`Refused: ${refusal.rejected.length} cannot be removed`);
    printTable(refusal.rejected.map((rejected) => ({ person: rejected.userId, why: describeError(rejected) })));
    console.log("\nNobody was removed.");
  } else {
    printHeading(`Stopped: ${refusal.code}`);
    console.log(`  ${describeError(refusal, { withCause: true })}`);
  }
}

function takenOverRow(workspaceId: string, previousRole: string | null): Readonly<Record<string, string>> {
  return { workspace: workspaceId, before: previousRole ?? "not in it" };
}
