import type { Happening } from "../../domain/facts/event.ts";
import { userId, workspaceId } from "./ids.ts";

export const organizationCreated = (name: string): Happening => ({ type: "organization.created", name });

export const memberAdded = (user: string): Happening => ({
  type: "organization.member.added",
  userId: userId(user),
  role: "member",
  displayName: user,
  email: null,
});

export const workspaceCreated = (workspace: string): Happening => ({
  type: "workspace.created",
  workspaceId: workspaceId(workspace),
  name: workspace,
  description: "",
});

export const workspaceMemberAdded = (workspace: string, user: string): Happening => ({
  type: "workspace.member.added",
  workspaceId: workspaceId(workspace),
  userId: userId(user),
  role: "member",
});
