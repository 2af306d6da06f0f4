import type { Need } from "../../../application/ports/need.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { commandKey, organizationId } from "../../builders/ids.ts";
import { aMember, anAssignment, anOrganization, aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { factsWith } from "../../expectations.ts";
import type { OpenStore } from "../../harness.ts";

export const [ada, bo, cy] = [aMember("ada", { role: "admin" }), aMember("bo", { email: null }), aMember("cy")];
export const [lab, old] = [aWorkspace("lab"), aWorkspace("old", { nameKey: "lab", status: "archived" })];
export const assignments = [
  anAssignment("lab", "ada", { role: "admin" }),
  anAssignment("lab", "bo"),
  anAssignment("old", "bo"),
];
export const acme = organizationId("acme");
export const organizationOnly = factsWith({ revision: 1, organization: anOrganization() });

export async function fill({ storage }: OpenStore): Promise<void> {
  await batchBuilder(storage).create({
    writes: [
      ...[ada, bo, cy].map(insert.member),
      ...[lab, old].map(insert.workspace),
      ...assignments.map(insert.assignment),
    ],
  });
}

export const everything = {
  command: commandKey("command-1"),
  members: [ada.userId],
  anyMembers: 100,
  workspaces: [lab.workspaceId, old.workspaceId],
  workspaceNames: ["lab"],
  workspacesNamedLike: [old.workspaceId],
  allAssignmentsOf: [bo.userId],
  assignments: [
    { workspaceId: lab.workspaceId, userIds: [ada.userId, bo.userId] },
    { workspaceId: old.workspaceId, userIds: [ada.userId, bo.userId] },
  ],
} satisfies Partial<Need>;
