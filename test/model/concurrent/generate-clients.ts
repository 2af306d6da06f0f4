import fc from "fast-check";
import type { ActorInput } from "../../../src/index.ts";
import type { CommandRange } from "../../support/commands/command-range.ts";
import { anyCommandIn } from "../../support/commands/generate-commands.ts";
import type { Step } from "../../support/commands/step.ts";
import type { PlannedOperation } from "./client-operation.ts";
import { undoable } from "./client-stage.ts";
import { scim } from "../generate/values.ts";
import type { Question } from "../rules/question.ts";

const by = (...userIds: readonly string[]): fc.Arbitrary<ActorInput> =>
  fc.constantFrom(scim, ...userIds.map((userId) => ({ userId })));
const insider = fc.constantFrom("ada", "bo", "cy");
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
  changedUserId: insider,
  removedUserId: anybody,
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
  admin: insider,
  restoredAdmin: fc.constant("dee"),
  workspaceUserId: fc.oneof(insider, anybody),
  workspaceRole: fc.constantFrom("admin", "member"),
  operationId: fc.constant(undoable),
  hasInvalid: false,
};
const weights = { createOrganization: 0, leaveWorkspace: 3, undoAddMembers: 1 };

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
      { userId: "dee", role: "member" },
      { userId: "eve", role: "admin" },
    ],
  },
};

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: anyCommandIn(range, weights) },
  { weight: 1, arbitrary: fc.constant(sentTwice) },
);

const read = { organizationId: "", actor: scim };
const pairs = { organizationId: "", workspaceIds: ["lab", "ops"], userIds: ["ada", "bo", "cy", "dee", "eve"] };
const question = fc.constantFrom<Question>(
  { query: "listMembers", input: { ...read, workspaceId: "lab" } },
  { query: "listMembers", input: { ...read, actor: { userId: "cy" }, workspaceId: "lab" } },
  { query: "candidates", input: { ...read, actor: { userId: "bo" }, workspaceId: "lab" } },
  { query: "listOrganizationMembers", input: { ...read, actor: { userId: "ada" } } },
  { query: "listWorkspaces", input: { ...read, includeArchived: true } },
  { query: "workspacesOf", input: { organizationId: "", userId: "dee" } },
  { query: "events", input: read },
  { query: "accessMany", input: pairs },
);

const operation: fc.Arbitrary<PlannedOperation> = fc.oneof(
  { weight: 5, arbitrary: step.map((planned): PlannedOperation => ({ kind: "command", step: planned })) },
  { weight: 2, arbitrary: question.map((planned): PlannedOperation => ({ kind: "question", question: planned })) },
);

/** Three clients with up to four operations each, one after the other. */
export const clients = fc.tuple(
  ...[1, 2, 3].map(() => fc.array(operation, { minLength: 1, maxLength: 4, size: "max" })),
);
