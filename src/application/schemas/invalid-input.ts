/** The input cannot be used. Storage was not touched. */
export interface InvalidInput {
  readonly code: "invalid_input";
  /** The first problems found, at most 100. */
  readonly issues: readonly InputIssue[];
}

/** One problem of an input. */
export interface InputIssue {
  /** Where, like `members[3].role`; empty for the input as a whole. */
  readonly path: string;
  /** What is wrong there; shows at most 100 characters of the input. */
  readonly message: string;
}
