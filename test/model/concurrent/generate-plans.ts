import fc from "fast-check";
import type { ActorInput } from "../../../src/index.ts";
import { additionToLab } from "../../../src/testing/histories/stage.ts";
import type { Operation } from "../../../src/testing/reference/operation.ts";
import type { CommandRange } from "../../support/commands/command-range.ts";
import { anyCommandIn } from "../../support/commands/generate-commands.ts";
import type { Step } from "../../support/commands/step.ts";
import { scim } from "../generate/values.ts";

// The published kit generates plans of its own (src/testing/histories/generate.ts), because it must not depend on
// fast-check. These are drawn by the generator of all tests, so that fast-check can shrink them.

/** What one client does. */
export type Plan = readonly Operation[];

const by = (...userIds: readonly string[]): fc.Arbitrary<ActorInput> =>
  fc.constantFrom(scim, ...userIds.map((userId) => ({ userId })));
const insider = fc.constantFrom("bo", "cy", "dee");
const anybody = fc.constantFrom("ada", "bo", "cy", "dee", "eve");

const range: CommandRange = {
  // Each history has an organization of its own, filled in when it is played.
  organizationId: fc.constant(""),
  newOrganizationId: fc.constant(""),
  idempotencyKey: fc.constant(undefined),
  mode: fc.constantFrom(undefined, "partial"),
  actor: by("ada", "bo"),
  workspaceActor: by("ada", "bo", "ada", "bo", "cy"),
  leaver: insider,
  userId: fc.constantFrom("cy", "dee", "fay"),
  changedUserId: fc.constantFrom("ada", "bo"),
  removedUserId: fc.constantFrom("ada", "bo", "cy", "dee", "eve"),
  successor: fc.constantFrom(null, "ada", "dee"),
  organizationRole: fc.constantFrom("admin", "member"),
  displayName: fc.constant("Fay"),
  email: fc.constant(undefined),
  workspaceId: fc.constantFrom("lab", "lab", "ops"),
  newWorkspaceId: fc.constantFrom("new", "newer"),
  restoredWorkspaceId: fc.constantFrom("lab", "lab", "ops"),
  workspaceName: fc.constantFrom("New", "NÉW", "Lab", "Ops"),
  description: fc.constant(undefined),
  addEveryone: fc.boolean(),
  admin: fc.constantFrom("ada", "bo", "cy"),
  restoredAdmin: fc.constant("dee"),
  workspaceUserId: fc.oneof({ weight: 2, arbitrary: insider }, anybody),
  workspaceRole: fc.constantFrom("admin", "member"),
  operationId: fc.constant(additionToLab),
  hasInvalid: false,
};
/** Removals and changes of roles are drawn often, because they conflict with what other clients do and read. */
const weights = {
  createOrganization: 0,
  updateOrganization: 1,
  addOrganizationMembers: 2,
  changeOrganizationRoles: 4,
  removeOrganizationMembers: 4,
  updateProfiles: 1,
  createWorkspace: 2,
  updateWorkspace: 1,
  restoreWorkspace: 1,
  addMembers: 4,
  changeRoles: 3,
  setMembers: 2,
  removeMembers: 4,
  leaveWorkspace: 3,
  undoAddMembers: 1,
};

/** Several clients send it under one key, so it is executed once. */
const sentTwice: Step = {
  command: "addMembers",
  input: {
    organizationId: "",
    actor: scim,
    workspaceId: "lab",
    idempotencyKey: "key",
    mode: "partial",
    members: [
      { userId: "ada", role: "member" },
      { userId: "eve", role: "admin" },
    ],
  },
};

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: anyCommandIn(range, weights) },
  { weight: 1, arbitrary: fc.constant(sentTwice) },
);

const command: fc.Arbitrary<Operation> = step.map(({ command: name, input }) => ({ name, input }) as Operation);

const read = { organizationId: "", actor: scim };
const pairs = { organizationId: "", workspaceIds: ["lab", "ops"], userIds: ["ada", "bo", "cy", "dee", "eve"] };
const limit = 500;
const query = fc.constantFrom<Operation>(
  { name: "getOrganization", input: read },
  { name: "getWorkspace", input: { ...read, actor: { userId: "dee" }, workspaceId: "lab" } },
  { name: "listMembers", input: { ...read, workspaceId: "lab", limit } },
  { name: "listMembers", input: { ...read, actor: { userId: "dee" }, workspaceId: "lab", limit } },
  { name: "candidates", input: { ...read, actor: { userId: "cy" }, workspaceId: "lab", limit } },
  { name: "listOrganizationMembers", input: { ...read, actor: { userId: "ada" }, limit } },
  { name: "listWorkspaces", input: { ...read, includeArchived: true, limit } },
  { name: "workspacesOf", input: { organizationId: "", userId: "dee", limit } },
  { name: "events", input: { ...read, limit } },
  { name: "accessMany", input: pairs },
);

const operation = fc.oneof({ weight: 5, arbitrary: command }, { weight: 2, arbitrary: query });

/** What three clients do: up to four operations each, one after the other. */
export const plans: fc.Arbitrary<readonly Plan[]> = fc.tuple(
  ...[1, 2, 3].map(() => fc.array(operation, { minLength: 1, maxLength: 4, size: "max" })),
);

/** The plan, with the organization of its history filled in. */
export function planIn(organizationId: string, plan: Plan): Plan {
  return plan.map(({ name, input }) => ({ name, input: { ...input, organizationId } }) as Operation);
}
