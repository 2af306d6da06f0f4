import type { ActorInput } from "../../../src/index.ts";
import type { Step } from "../../support/property/step.ts";
import { belongs, isOrganizationAdmin } from "./authority.ts";
import { asked } from "./request-key.ts";
import { passDoor } from "./validate.ts";
import * as members from "./member-commands.ts";
import * as organizations from "./organization-commands.ts";
import { refuse, Refused } from "./refusal.ts";
import * as workspaces from "./workspace-commands.ts";
import {
  type Answered,
  copyOf,
  type Given,
  newTenant,
  type Setting,
  type Tenant,
  type Told,
  type World,
} from "./world.ts";

export interface Ran {
  readonly world: World;
  readonly answer: Answered;
}

/** Runs one command on a copy; what is refused leaves the world as it was. */
export function runCommand(world: World, step: Step, given: Given): Ran {
  try {
    return run(world, step, given);
  } catch (error) {
    if (error instanceof Refused) return { world, answer: { refused: error.refusal } };
    throw error;
  }
}

function run(world: World, step: Step, given: Given): Ran {
  const { setting } = world;
  passDoor(step, setting);
  const organizationId = step.input.organizationId ?? given.organizationId;
  const idempotencyKey = step.input.idempotencyKey ?? null;
  const known = world.organizations.get(organizationId);
  const remembered = known?.keys.get(idempotencyKey ?? "");
  if (idempotencyKey !== null && known !== undefined && remembered !== undefined) {
    const isTheirs = remembered.asked === asked(step) && belongs(known, whoAsks(step));
    if (isTheirs) return { world, answer: { done: { ...remembered.outcome, replayed: true } } };
    mayHearOfKey(step, known, () => perform(copyOf(known), step, given, setting));
    refuse("idempotency_key_reused", { idempotencyKey });
  }

  if (known === undefined && step.command !== "createOrganization") refuse("organization_not_found");
  const tenant = known === undefined ? newTenant(organizationId) : copyOf(known);
  const before = tenant.events.length;
  const told = perform(tenant, step, given, setting);
  const isKept = tenant.events.length > before || idempotencyKey !== null;
  if (isKept) tenant.revision += 1;
  const outcome = { ...told, operationId: given.operationId, revision: tenant.revision };
  if (idempotencyKey !== null) tenant.keys.set(idempotencyKey, { asked: asked(step), outcome });

  const changed = { ...world, organizations: new Map(world.organizations).set(organizationId, tenant) };
  return { world: isKept ? changed : world, answer: { done: { ...outcome, replayed: false } } };
}

/** Rules A5 and A7: a used key is not told to those who are refused for who they are. To strangers nothing is. */
function mayHearOfKey(step: Step, tenant: Tenant, withoutKey: () => Told): void {
  try {
    withoutKey();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const isAboutPlace = ["workspace_not_found", "workspace_archived"].includes(error.message);
    const isAdmin = isOrganizationAdmin(tenant, whoAsks(step));
    if (!belongs(tenant, whoAsks(step)) || error.message === "forbidden" || (isAboutPlace && !isAdmin)) throw error;
  }
}

function whoAsks({ command, input }: Step): ActorInput {
  return command === "createOrganization" ? { userId: input.owner.userId } : input.actor;
}

function perform(tenant: Tenant, step: Step, given: Given, setting: Setting): Told {
  switch (step.command) {
    case "createOrganization":
      return organizations.createOrganization(tenant, step.input, given);
    case "addOrganizationMembers":
      return organizations.addOrganizationMembers(tenant, step.input, given, setting);
    case "changeOrganizationRoles":
      return organizations.changeOrganizationRoles(tenant, step.input, given);
    case "removeOrganizationMembers":
      return organizations.removeOrganizationMembers(tenant, step.input, given, setting);
    case "updateProfiles":
      return organizations.updateProfiles(tenant, step.input, given);
    case "createWorkspace":
      return workspaces.createWorkspace(tenant, step.input, given, setting);
    case "updateWorkspace":
      return workspaces.updateWorkspace(tenant, step.input, given, setting);
    case "archiveWorkspace":
      return workspaces.archiveWorkspace(tenant, step.input, given, setting);
    case "restoreWorkspace":
      return workspaces.restoreWorkspace(tenant, step.input, given, setting);
    case "addMembers":
      return members.addMembers(tenant, step.input, given, setting);
    case "changeRoles":
      return members.changeRoles(tenant, step.input, given, setting);
    case "setMembers":
      return members.setMembers(tenant, step.input, given, setting);
    case "removeMembers":
      return members.removeMembers(tenant, step.input, given, setting);
    case "leaveWorkspace":
      return members.leaveWorkspace(tenant, step.input, given, setting);
    case "undoAddMembers":
      return members.undoAddMembers(tenant, step.input, given, setting);
  }
}
