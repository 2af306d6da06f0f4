import fc from "fast-check";
import type { Result } from "neverthrow";
import { describe, expect, it } from "vitest";
import { defaultWorkspaceRoles, type OrganizationFacts } from "../../src/index.ts";
import type { RosterStorage } from "../../src/storage.ts";
import { addMembers } from "../../src/application/commands/add-members.ts";
import { addOrganizationMembers } from "../../src/application/commands/add-organization-members.ts";
import { archiveWorkspace } from "../../src/application/commands/archive-workspace.ts";
import { changeOrganizationRoles } from "../../src/application/commands/change-organization-roles.ts";
import { changeRoles } from "../../src/application/commands/change-roles.ts";
import { createOrganization } from "../../src/application/commands/create-organization.ts";
import { createWorkspace } from "../../src/application/commands/create-workspace.ts";
import { leaveWorkspace } from "../../src/application/commands/leave-workspace.ts";
import { removeMembers } from "../../src/application/commands/remove-members.ts";
import { removeOrganizationMembers } from "../../src/application/commands/remove-organization-members.ts";
import { restoreWorkspace } from "../../src/application/commands/restore-workspace.ts";
import { setMembers } from "../../src/application/commands/set-members.ts";
import { undoAddMembers } from "../../src/application/commands/undo-add-members.ts";
import { updateOrganization } from "../../src/application/commands/update-organization.ts";
import { updateProfiles } from "../../src/application/commands/update-profiles.ts";
import { updateWorkspace } from "../../src/application/commands/update-workspace.ts";
import type { CommandDefinition } from "../../src/application/engine/command-definition.ts";
import { indexFacts } from "../../src/application/engine/index-facts.ts";
import { need } from "../../src/application/ports/need.ts";
import type { Command } from "../../src/domain/values/command.ts";
import type { DecisionContext } from "../../src/domain/facts/decision.ts";
import { evolve } from "../../src/domain/facts/evolve.ts";
import type { OperationId } from "../../src/domain/values/ids.ts";
import { defaultPolicy } from "../../src/domain/values/policy.ts";
import { valueOf } from "../../src/testing/expectations.ts";
import { after, countedIds, now } from "../support/property/roster.ts";
import type { Step } from "../support/commands/step.ts";
import { historyIn, stepIn } from "../support/property/steps.ts";
import { tablesOf } from "../support/property/tables.ts";
import { north, owner, scim } from "../support/property/values.ts";

const context: DecisionContext = deepFrozen({
  now,
  operationId: "operation" as OperationId,
  freshId: "fresh",
  maxBatchSize: 10_000,
  maxCommitSize: 50_000,
  policy: defaultPolicy,
  workspaceRoles: defaultWorkspaceRoles,
});
const definitions = {
  addMembers,
  addOrganizationMembers,
  archiveWorkspace,
  changeOrganizationRoles,
  changeRoles,
  createOrganization,
  createWorkspace,
  leaveWorkspace,
  removeMembers,
  removeOrganizationMembers,
  restoreWorkspace,
  setMembers,
  undoAddMembers,
  updateOrganization,
  updateProfiles,
  updateWorkspace,
};
const parserContext = { ...context, createId: countedIds() };

const likelyStep = stepIn({ actors: [scim, { userId: owner }], hasInvalid: false });

describe("a decision is pure", () => {
  it("returns the same result twice, and does not change its facts and command", () =>
    fc.assert(
      fc.asyncProperty(historyIn(), likelyStep, async (history, step) => {
        const { storage } = await after(history);
        const facts = deepFrozen(await tablesOf(storage, north));
        const command = deepFrozen(await commandOf(step, storage));
        const decide = () => definitionOf(step).decide(facts, command, context);

        const first = decide();

        expect(decide()).toStrictEqual(first);
        const events = first.isOk() ? deepFrozen(first.value.events) : [];
        expect(evolve(facts, events)).toStrictEqual(evolve(facts, events));
      }),
      { numRuns: 150 },
    ));

  it("reads only the facts that its command asks for", () =>
    fc.assert(
      fc.asyncProperty(historyIn(), likelyStep, async (history, step) => {
        const { storage } = await after(history);
        const command = await commandOf(step, storage);
        const definition = definitionOf(step);
        const wanted = need(definition.need(command, context));
        const asked: OrganizationFacts = indexFacts(north, await valueOf(storage.load(north, wanted, {})));

        const decided = definition.decide(asked, command, context);

        expect(decided).toEqual(definition.decide(await tablesOf(storage, north), command, context));
      }),
      { numRuns: 150 },
    ));
});

type AnyDefinition = CommandDefinition<Command, object, unknown, unknown>;

/** Each definition accepts only its own command, which is the one that it gets here. */
function definitionOf({ command }: Step): AnyDefinition {
  return definitions[command] as unknown as AnyDefinition;
}

async function commandOf(step: Step, storage: RosterStorage): Promise<Command> {
  const definition = definitionOf(step);
  const parsed: Result<Command, unknown> = definition.parser(parserContext)(step.input);
  const command = parsed._unsafeUnwrap();
  return definition.prepare === undefined ? command : valueOf(definition.prepare(command, storage, {}));
}

/** The value, deeply frozen including maps, so that any change throws. */
function deepFrozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map) {
    for (const part of [...value.keys(), ...value.values()]) deepFrozen(part);
    for (const method of ["set", "delete", "clear"]) Object.defineProperty(value, method, { value: refuse });
  }
  Object.values(value).forEach(deepFrozen);
  return Object.freeze(value);
}

function refuse(): never {
  throw new TypeError("These facts are frozen.");
}
