import { err, ok, type Result } from "neverthrow";
import type { WorkspaceId } from "../values/ids.ts";
import { nameKey } from "../values/name-key.ts";
import { workspaceNameTaken, type WorkspaceNameTaken } from "../workspace/workspace-name-taken.ts";
import type { OrganizationFacts } from "./organization-facts.ts";

/** Refuses if another active workspace has the name; case and accents are ignored (rule W2). */
export function requireFreeName(
  facts: OrganizationFacts,
  name: string,
  ownId: WorkspaceId,
): Result<null, WorkspaceNameTaken> {
  const key = nameKey(name);
  for (const { workspaceId, status, name: other } of facts.workspaces.values()) {
    if (workspaceId !== ownId && status === "active" && nameKey(other) === key)
      return err(workspaceNameTaken(workspaceId, name));
  }
  return ok(null);
}
