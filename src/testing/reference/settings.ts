import type { DecisionContext } from "../../domain/facts/decision.ts";

/** The host of a roster under test: everything that its rosters are made with beside the store. */
export type Settings = Pick<DecisionContext, "policy" | "workspaceRoles" | "maxBatchSize" | "maxCommitSize">;
