/** A deep copy of plain data that nobody can change, so that it can be kept and handed out without another copy. */
export function frozenCopy<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null) return value;
  const copy = Array.isArray(value)
    ? value.map((item: unknown) => frozenCopy(item))
    : Object.fromEntries(Object.entries(value).map(([name, member]: [string, unknown]) => [name, frozenCopy(member)]));
  return Object.freeze(copy) as Value;
}
