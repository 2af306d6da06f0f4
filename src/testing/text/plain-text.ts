/** A value as JSON with sorted properties: equal texts for equal values. */
export function plainText(value: object): string {
  return JSON.stringify(value, (_, member: unknown) => (isObject(member) ? sortedMembers(member) : member));
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sortedMembers(value: object): unknown {
  // JSON.stringify returns {} for an Error, but its message is what explains a failure.
  if (isError(value)) return String(value);
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}

function isError(value: object): value is Error {
  return Object.prototype.toString.call(value) === "[object Error]";
}
