/** Returns the current time for events: a valid Date in the years 0 to 9999. */
export type Clock = () => Date;

/** Returns a new id on each call: unique across organizations and hosts, and valid by `identifierProblem` (1–255 bytes, no control characters). */
export type CreateId = () => string;
