/** Tells the time that events carry. */
export type Clock = () => Date;

/** Makes an id: unique across organizations and hosts, and a valid id (1–255 bytes, no control characters). */
export type CreateId = () => string;
