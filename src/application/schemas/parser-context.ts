import type { WorkspaceRoles } from "../../domain/workspace/workspace-roles.ts";
import type { CreateId } from "../ports/clock.ts";

/** The settings of a roster that parsers need. */
export interface ParserContext {
  readonly workspaceRoles: WorkspaceRoles;
  readonly maxBatchSize: number;
  readonly createId: CreateId;
}
