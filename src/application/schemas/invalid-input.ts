/** The input is not valid. The storage was not called. */
export interface InvalidInput {
  readonly code: "invalid_input";
  /** The first 100 problems at most. */
  readonly issues: readonly InputIssue[];
}

/** One problem of an input. */
export interface InputIssue {
  /** Where, such as `members[3].role`; empty for the input as a whole. */
  readonly path: string;
  /** What is wrong there, with at most 100 characters of the input. */
  readonly message: string;
}
