import type { DecisionContext } from "../../domain/facts/decision.ts";

/** The options of the rosters under test, apart from the store. */
export type Settings = Pick<DecisionContext, "policy" | "workspaceRoles" | "maxBatchSize" | "maxCommitSize">;
