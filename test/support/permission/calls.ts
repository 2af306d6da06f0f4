import type { ResultAsync } from "neverthrow";
import { organizationId, type Scene } from "./world.ts";

type Actor = { readonly userId: string } | { readonly system: string };
type Answer = ResultAsync<unknown, { readonly code: string }>;

/** A call that succeeds if the actor is authorized, so that its result depends on authority only. */
export type Call = (scene: Scene, actor: Actor) => Answer;

/** Every command by name, run or previewed. */
export const commandCalls: Readonly<Record<keyof Scene["roster"]["preview"], CommandCall>> = {
  createOrganization: "not judged",
  updateOrganization: (commands) => (_, actor) => commands.updateOrganization({ organizationId, actor, name: "New" }),
  addOrganizationMembers: (commands) => (_, actor) =>
    commands.addOrganizationMembers({
      organizationId,
      actor,
      members: [{ userId: "new", displayName: "New", role: "member" }],
    }),
  changeOrganizationRoles: (commands) => (_, actor) =>
    commands.changeOrganizationRoles({ organizationId, actor, members: [{ userId: "spare", role: "billing" }] }),
  removeOrganizationMembers: (commands) => (_, actor) =>
    commands.removeOrganizationMembers({ organizationId, actor, userIds: ["spare"] }),
  updateProfiles: (commands) => (_, actor) =>
    commands.updateProfiles({ organizationId, actor, members: [{ userId: "spare", displayName: "Spare" }] }),
  createWorkspace: (commands) => (_, actor) =>
    commands.createWorkspace({ organizationId, actor, name: "New", admin: "spare" }),
  updateWorkspace: (commands) => (scene, actor) =>
    commands.updateWorkspace({ ...about(scene, actor), description: "New" }),
  archiveWorkspace: (commands) => (scene, actor) => commands.archiveWorkspace(about(scene, actor)),
  restoreWorkspace: (commands) => (scene, actor) =>
    commands.restoreWorkspace({ organizationId, actor, workspaceId: scene.archivedId }),
  addMembers: (commands) => (scene, actor) =>
    commands.addMembers({ ...about(scene, actor), members: [{ userId: "spare", role: "admin" }] }),
  changeRoles: (commands) => (scene, actor) =>
    commands.changeRoles({ ...about(scene, actor), members: [{ userId: "target", role: "admin" }] }),
  setMembers: (commands) => (scene, actor) =>
    commands.setMembers({ ...about(scene, actor), members: [{ userId: "spare", role: "member" }] }),
  removeMembers: (commands) => (scene, actor) =>
    commands.removeMembers({ ...about(scene, actor), userIds: ["target"] }),
  leaveWorkspace: (commands) => (scene, actor) =>
    commands.leaveWorkspace({
      organizationId,
      workspaceId: scene.workspaceId,
      actor: actor as { readonly userId: string },
    }),
  undoAddMembers:
    (commands) =>
    ({ operationId }, actor) =>
      commands.undoAddMembers({ organizationId, actor, operationId }),
};

/** Every other method by name. */
export const queryCalls: Readonly<
  Record<Exclude<keyof Scene["roster"], keyof Scene["roster"]["preview"]>, Call | "not judged">
> = {
  preview: "not judged",
  getOrganization: ({ roster }, actor) => roster.getOrganization({ organizationId, actor }),
  getWorkspace: (scene, actor) => scene.roster.getWorkspace(about(scene, actor)),
  listMembers: (scene, actor) => scene.roster.listMembers(about(scene, actor)),
  candidates: (scene, actor) => scene.roster.candidates(about(scene, actor)),
  listWorkspaces: ({ roster }, actor) => roster.listWorkspaces({ organizationId, actor }),
  workspacesOf: "not judged",
  listOrganizationMembers: ({ roster }, actor) => roster.listOrganizationMembers({ organizationId, actor }),
  access: "not judged",
  can: "not judged",
  accessMany: "not judged",
  events: ({ roster }, actor) => roster.events({ organizationId, actor }),
  changes: "not judged",
  maintenance: "not judged",
};

/** The events of one workspace have other readers than all events. */
export const eventsOfWorkspace: Call = (scene, actor) => scene.roster.events(about(scene, actor));

type CommandCall = "not judged" | ((commands: Scene["roster"]["preview"]) => Call);

function about({ workspaceId }: Scene, actor: Actor) {
  return { organizationId, workspaceId, actor };
}
