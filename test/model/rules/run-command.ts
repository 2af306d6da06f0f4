import type { ActorInput } from "../../../src/index.ts";
import type { Step } from "../../support/commands/step.ts";
import { belongs, isOrganizationAdmin } from "./authority.ts";
import { requestKey } from "./request-key.ts";
import { validate } from "./validate.ts";
import * as members from "./member-commands.ts";
import * as organizations from "./organization-commands.ts";
import { refuse, Refusal } from "./refusal.ts";
import * as workspaces from "./workspace-commands.ts";
import {
  type CommandAnswer,
  copyOf,
  type CommandContext,
  emptyOrganization,
  type Settings,
  type Organization,
  type Fields,
  type World,
} from "./world.ts";

export interface CommandRun {
  readonly world: World;
  readonly answer: CommandAnswer;
}

/** Runs one command on a copy of its organization. A refused command leaves the world unchanged. */
export function runCommand(world: World, step: Step, context: CommandContext): CommandRun {
  try {
    return run(world, step, context);
  } catch (error) {
    if (error instanceof Refusal) return { world, answer: { refused: error.refusal } };
    throw error;
  }
}

function run(world: World, step: Step, context: CommandContext): CommandRun {
  const { settings } = world;
  validate(step, settings);
  const organizationId = step.input.organizationId ?? context.organizationId;
  const idempotencyKey = step.input.idempotencyKey ?? null;
  const known = world.organizations.get(organizationId);
  const remembered = known?.keys.get(idempotencyKey ?? "");
  if (idempotencyKey !== null && known !== undefined && remembered !== undefined) {
    const isResend = remembered.requestKey === requestKey(step) && belongs(known, requesterOf(step));
    if (isResend) return { world, answer: { done: { ...remembered.outcome, replayed: true } } };
    requireRightToKnowOfKey(step, known, () => execute(copyOf(known), step, context, settings));
    refuse("idempotency_key_reused", { idempotencyKey });
  }

  if (known === undefined && step.command !== "createOrganization") refuse("organization_not_found");
  const organization = known === undefined ? emptyOrganization(organizationId) : copyOf(known);
  const before = organization.events.length;
  const result = execute(organization, step, context, settings);
  const isKept = organization.events.length > before || idempotencyKey !== null;
  if (isKept) organization.revision += 1;
  const outcome = { ...result, operationId: context.operationId, revision: organization.revision };
  if (idempotencyKey !== null) organization.keys.set(idempotencyKey, { requestKey: requestKey(step), outcome });

  const changed = { ...world, organizations: new Map(world.organizations).set(organizationId, organization) };
  return { world: isKept ? changed : world, answer: { done: { ...outcome, replayed: false } } };
}

/** Rules A5 and A7: only those who may issue the command learn that a key was used. Strangers learn nothing. */
function requireRightToKnowOfKey(step: Step, organization: Organization, executeWithoutKey: () => Fields): void {
  try {
    executeWithoutKey();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const isAboutWorkspace = ["workspace_not_found", "workspace_archived"].includes(error.message);
    const isAdmin = isOrganizationAdmin(organization, requesterOf(step));
    if (!belongs(organization, requesterOf(step)) || error.message === "forbidden" || (isAboutWorkspace && !isAdmin))
      throw error;
  }
}

function requesterOf({ command, input }: Step): ActorInput {
  return command === "createOrganization" ? { userId: input.owner.userId } : input.actor;
}

function execute(organization: Organization, step: Step, context: CommandContext, settings: Settings): Fields {
  switch (step.command) {
    case "createOrganization":
      return organizations.createOrganization(organization, step.input, context);
    case "updateOrganization":
      return organizations.updateOrganization(organization, step.input, context);
    case "addOrganizationMembers":
      return organizations.addOrganizationMembers(organization, step.input, context, settings);
    case "changeOrganizationRoles":
      return organizations.changeOrganizationRoles(organization, step.input, context);
    case "removeOrganizationMembers":
      return organizations.removeOrganizationMembers(organization, step.input, context, settings);
    case "updateProfiles":
      return organizations.updateProfiles(organization, step.input, context);
    case "createWorkspace":
      return workspaces.createWorkspace(organization, step.input, context, settings);
    case "updateWorkspace":
      return workspaces.updateWorkspace(organization, step.input, context, settings);
    case "archiveWorkspace":
      return workspaces.archiveWorkspace(organization, step.input, context, settings);
    case "restoreWorkspace":
      return workspaces.restoreWorkspace(organization, step.input, context, settings);
    case "addMembers":
      return members.addMembers(organization, step.input, context, settings);
    case "changeRoles":
      return members.changeRoles(organization, step.input, context, settings);
    case "setMembers":
      return members.setMembers(organization, step.input, context, settings);
    case "removeMembers":
      return members.removeMembers(organization, step.input, context, settings);
    case "leaveWorkspace":
      return members.leaveWorkspace(organization, step.input, context, settings);
    case "undoAddMembers":
      return members.undoAddMembers(organization, step.input, context, settings);
  }
}
