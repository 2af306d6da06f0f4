import type { NewEvent } from "../../domain/facts/event.ts";
import { userId, workspaceId } from "./ids.ts";

export const organizationCreated = (name: string): NewEvent => ({ type: "organization.created", name });

export const memberAdded = (user: string): NewEvent => ({
  type: "organization.member.added",
  userId: userId(user),
  role: "member",
  displayName: user,
  email: null,
});

export const workspaceCreated = (workspace: string): NewEvent => ({
  type: "workspace.created",
  workspaceId: workspaceId(workspace),
  name: workspace,
  description: "",
});

export const workspaceMemberAdded = (workspace: string, user: string): NewEvent => ({
  type: "workspace.member.added",
  workspaceId: workspaceId(workspace),
  userId: userId(user),
  role: "member",
});
