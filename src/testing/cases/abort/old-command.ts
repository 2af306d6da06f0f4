/** Its record is old enough to be pruned. */
export const oldCommand = { at: "1999-01-02T03:04:05.678Z" };
