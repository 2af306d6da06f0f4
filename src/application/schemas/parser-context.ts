import type { WorkspaceRoles } from "../../domain/workspace/workspace-roles.ts";
import type { CreateId } from "../ports/clock.ts";

/** What a parser needs to know about its roster. */
export interface ParserContext {
  readonly workspaceRoles: WorkspaceRoles;
  readonly maxBatchSize: number;
  readonly createId: CreateId;
}
