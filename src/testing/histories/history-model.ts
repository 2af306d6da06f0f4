import type { RosterStorage } from "../../application/ports/roster-storage.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";
import { apply } from "../reference/apply.ts";
import type { Answer, Issued } from "../reference/operation.ts";
import type { Reference } from "../reference/reference.ts";
import type { Settings } from "../reference/settings.ts";
import { type Cast, endingOf, expectedEnding } from "./ending.ts";
import { setStage } from "./stage.ts";

/** What histories are checked against: how an organization answers when nobody else uses it. */
export interface HistoryModel<State> {
  /** Stores the organization that a history begins with, and returns the model's state of it. */
  setStage(storage: RosterStorage, organizationId: OrganizationId, extraUserIds?: readonly string[]): Promise<State>;
  /** Returns the answer to one operation, and the state after it. */
  apply(state: State, operation: Issued, settings: Settings): { readonly state: State; readonly answer: Answer };
  /** Whether two answers are the same. */
  isSame(left: Answer, right: Answer): boolean;
  /** Equal for equal states of one history. */
  keyOf(state: State): string;
  /** Everything that a handle shows of the organization, as text. */
  readEnding(storage: RosterStorage, organizationId: OrganizationId, cast: Cast): Promise<string>;
  /** What `readEnding` should return in this state. */
  expectedEnding(state: State, cast: Cast): string;
}

/** The model of the published contract: the pure core, without a store. */
export const coreModel: HistoryModel<Reference> = {
  setStage,
  apply,
  isSame: (left, right) => left.text === right.text,
  keyOf: ({ committed }) => committed,
  readEnding: endingOf,
  expectedEnding,
};
