import { err, ok, type Result } from "neverthrow";
import type { WorkspaceId } from "../values/ids.ts";
import { nameKey } from "../values/name-key.ts";
import { workspaceNameTaken, type WorkspaceNameTaken } from "../workspace/workspace-name-taken.ts";
import type { OrganizationFacts } from "./organization-facts.ts";

/** Refused where another active workspace has the name, apart from case and accents (rule W2). */
export function requireFreeName(
  facts: OrganizationFacts,
  name: string,
  own: WorkspaceId,
): Result<null, WorkspaceNameTaken> {
  const key = nameKey(name);
  for (const { workspaceId, status, name: other } of facts.workspaces.values()) {
    if (workspaceId !== own && status === "active" && nameKey(other) === key)
      return err(workspaceNameTaken(workspaceId, name));
  }
  return ok(null);
}
