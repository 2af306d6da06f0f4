/** A value as JSON whose members are in the order of their names: equal texts for equal values. */
export function plainText(value: object): string {
  return JSON.stringify(value, (_, member: unknown) => (isObject(member) ? sortedMembers(member) : member));
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sortedMembers(value: object): unknown {
  // JSON shows nothing of an Error, and what it says is what a reader of a failure needs.
  if (isError(value)) return String(value);
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}

function isError(value: object): value is Error {
  return Object.prototype.toString.call(value) === "[object Error]";
}
