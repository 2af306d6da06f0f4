import { describeError } from "workspace-roster";
import { type Cell, printHeading, printTable } from "../../print-table.ts";
import type { Rejection } from "./import-people.ts";
import type { OrganizationPlan } from "./import-plan.ts";
import type { ImportReport } from "./run-import.ts";
import { withoutCase } from "./same-spelling.ts";

const memberSpelling = "member's spelling";

/** Prints the numbers of one organization, and everybody who was rejected with the reason. */
export function printReport(plan: OrganizationPlan, report: ImportReport): void {
  const { organizationId, name, members, remarks } = plan;
  const { people, workspaces, refused } = report;
  const rejections = [...people.rejections, ...workspaces.flatMap((workspace) => workspace.rejections)];

  printHeading(name === organizationId ? name : `${name} (${organizationId})`);
  printTable(rowsOf(plan, report));
  if (addsNothing(report)) console.log("  Everything was there before: nothing was written.");
  if (rejections.length > 0) {
    const spellings = new Map(members.map(({ userId }) => [withoutCase(userId), userId]));
    printHeading(`Rejected: ${rejections.length}`);
    const rows = rejections.map((rejection) => rejectionRow(rejection, spellings.get(withoutCase(rejection.userId))));
    printTable(rows);
    const misspelled = rows.filter((row) => row[memberSpelling] !== "").length;
    if (misspelled > 0) {
      console.log(`  Spelled as a member except for upper and lower case: ${misspelled}. --ignore-case accepts them.`);
    }
  }
  if (refused.length > 0) {
    printHeading(`Teams not imported: ${refused.length}`);
    printTable(
      refused.map(({ team, reason }) => {
        return { team: team.workspaceId, people: team.members.length, why: describeError(reason, { withCause: true }) };
      }),
    );
  }
  if (remarks.length > 0) {
    printHeading(`Differences from the file: ${remarks.length}`);
    for (const remark of remarks) console.log(`  ${remark}`);
  }
}

function rowsOf(plan: OrganizationPlan, { people, workspaces }: ImportReport): readonly Record<string, Cell>[] {
  const named = {
    inFile: sum(plan.workspaces.map(({ members }) => members.length)),
    added: sum(workspaces.map(({ added }) => added)),
    already: sum(workspaces.map(({ already }) => already)),
  };
  const lent = {
    inFile: plan.workspaces.filter(({ isAdminLent }) => isAdminLent).length,
    added: workspaces.filter(({ lentAdmin }) => lentAdmin === "added").length,
    already: workspaces.filter(({ lentAdmin }) => lentAdmin === "already").length,
  };
  const added = workspaces.filter(({ isNew }) => isNew).length;
  const admins = people.admins.toLocaleString("en-US");
  return [
    row(`organization members (${admins} of them admins)`, { ...people, inFile: plan.members.length }),
    row("workspaces", { inFile: plan.workspaces.length, added, already: workspaces.length - added }),
    row("people named in teams", named),
    row("admins lent by the organization to teams without a maintainer", lent),
    row("role assignments in all", {
      inFile: named.inFile + lent.inFile,
      added: named.added + lent.added,
      already: named.already + lent.already,
    }),
  ];
}

function row(
  what: string,
  { inFile, added, already }: { readonly inFile: number; readonly added: number; readonly already: number },
): Record<string, Cell> {
  const there = added + already;
  return {
    "": what,
    "to import": inFile,
    "in the roster": there,
    "added now": added,
    "there before": already,
    "left out": inFile - there,
  };
}

function addsNothing({ people, workspaces }: ImportReport): boolean {
  return people.added + sum(workspaces.map(({ isNew, added }) => added + (isNew ? 1 : 0))) === 0;
}

function rejectionRow({ team, userId, role, reason }: Rejection, spelling: string | undefined): Record<string, Cell> {
  const isMisspelled = reason.code === "not_organization_member" && spelling !== undefined;
  return {
    team: team ?? "(the organization)",
    person: userId,
    role,
    [memberSpelling]: isMisspelled ? spelling : "",
    why: describeError(reason),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
