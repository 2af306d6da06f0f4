/** A deep copy of plain data that nobody can change, so that it can be kept and handed out without another copy. */
export function frozenCopy<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map((item: unknown) => frozenCopy(item))) as Value;
  // Spread first: several times faster than entry by entry, and one commit may have tens of thousands of rows.
  const copy = { ...value } as Record<string, unknown>;
  for (const name of Object.keys(copy)) {
    const member = copy[name];
    if (typeof member === "object" && member !== null) copy[name] = frozenCopy(member);
  }
  return Object.freeze(copy) as Value;
}
