import type { WorkspaceRoles } from "../../domain/workspace/workspace-roles.ts";
import type { CreateId } from "../ports/clock.ts";

/** What a parser must know of its roster. */
export interface Door {
  readonly workspaceRoles: WorkspaceRoles;
  readonly largestBatch: number;
  readonly createId: CreateId;
}
