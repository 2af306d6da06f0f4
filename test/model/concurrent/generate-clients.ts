import fc from "fast-check";
import type { ActorInput } from "../../../src/index.ts";
import { type Step, stepsOf } from "../../support/property/step.ts";
import type { PlannedOperation } from "./client-operation.ts";
import { undoable } from "./client-stage.ts";
import { scim } from "../generate/values.ts";
import type { Question } from "../rules/question.ts";

// The organization is put in where the history is played: each has one of its own.
const organizationId = fc.constant("");
const who = (...userIds: readonly string[]): fc.Arbitrary<ActorInput> =>
  fc.constantFrom(scim, ...userIds.map((userId) => ({ userId })));
const organizationAdmin = { organizationId, actor: who("ada", "bo") };
const inLab = {
  organizationId,
  actor: who("ada", "bo", "ada", "bo", "cy"),
  workspaceId: fc.constantFrom("lab", "lab", "ops"),
};
const mode = fc.constantFrom(undefined, "partial" as const);
const insider = fc.constantFrom("ada", "bo", "cy");
const anybody = fc.constantFrom("ada", "bo", "cy", "dee", "eve");
const some = <Item>(item: fc.Arbitrary<Item>, userOf: (item: Item) => string) =>
  fc.uniqueArray(item, { selector: userOf, minLength: 1, maxLength: 3, size: "max" });
const userOf = ({ userId }: { readonly userId: string }): string => userId;
const role = fc.constantFrom("admin", "member");
const organizationRole = fc.constantFrom("admin" as const, "member" as const);

/** Sent by several clients under one key: done once. */
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
  {
    weight: 4,
    arbitrary: stepsOf(
      "addMembers",
      fc.record({ ...inLab, mode, members: some(fc.record({ userId: anybody, role }), userOf) }),
    ),
  },
  { weight: 3, arbitrary: stepsOf("removeMembers", fc.record({ ...inLab, userIds: some(insider, String), mode })) },
  {
    weight: 2,
    arbitrary: stepsOf(
      "changeRoles",
      fc.record({ ...inLab, mode, members: some(fc.record({ userId: insider, role }), userOf) }),
    ),
  },
  {
    weight: 2,
    arbitrary: stepsOf(
      "setMembers",
      fc.record({ ...inLab, members: some(fc.record({ userId: anybody, role }), userOf) }),
    ),
  },
  {
    weight: 3,
    arbitrary: stepsOf(
      "leaveWorkspace",
      fc.record({ organizationId, workspaceId: fc.constant("lab"), actor: fc.record({ userId: insider }) }),
    ),
  },
  {
    weight: 3,
    arbitrary: stepsOf(
      "changeOrganizationRoles",
      fc.record({
        ...organizationAdmin,
        members: some(fc.record({ userId: insider, role: organizationRole }), userOf),
      }),
    ),
  },
  {
    weight: 3,
    arbitrary: stepsOf(
      "removeOrganizationMembers",
      fc
        .record({
          ...organizationAdmin,
          mode,
          userIds: some(anybody, String),
          successor: fc.constantFrom(null, "ada", "dee"),
        })
        .filter(({ userIds, successor }) => successor === null || !userIds.includes(successor)),
    ),
  },
  {
    weight: 2,
    arbitrary: stepsOf(
      "addOrganizationMembers",
      fc.record({
        ...organizationAdmin,
        mode,
        members: some(
          fc.record({
            userId: fc.constantFrom("cy", "dee", "fay"),
            role: organizationRole,
            displayName: fc.constant("Fay"),
          }),
          userOf,
        ),
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: stepsOf(
      "createWorkspace",
      fc.record({
        ...organizationAdmin,
        workspaceId: fc.constantFrom("new", "newer"),
        name: fc.constantFrom("New", "NÉW", "Lab"),
        admin: insider,
        addEveryone: fc.boolean(),
      }),
    ),
  },
  { weight: 1, arbitrary: stepsOf("updateWorkspace", fc.record({ ...inLab, name: fc.constantFrom("New", "Ops") })) },
  { weight: 2, arbitrary: stepsOf("archiveWorkspace", fc.record(inLab)) },
  { weight: 1, arbitrary: stepsOf("restoreWorkspace", fc.record({ ...inLab, admin: fc.constant("dee") })) },
  {
    weight: 1,
    arbitrary: stepsOf("undoAddMembers", fc.record({ ...organizationAdmin, operationId: fc.constant(undoable) })),
  },
  { weight: 6, arbitrary: fc.constant(sentTwice) },
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
