/** Tells the time that events carry: a valid Date of the years 0 to 9999. */
export type Clock = () => Date;

/** Makes an id, each a new one: unique across organizations and hosts, and a valid id (1–255 bytes, no control characters). */
export type CreateId = () => string;
