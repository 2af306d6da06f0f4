/** The value with everything in it frozen, maps too: whatever changes it throws. */
export function deepFrozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map) {
    for (const part of [...value.keys(), ...value.values()]) deepFrozen(part);
    for (const method of ["set", "delete", "clear"]) Object.defineProperty(value, method, { value: refuse });
  }
  Object.values(value).forEach(deepFrozen);
  return Object.freeze(value);
}

function refuse(): never {
  throw new TypeError("These facts are frozen.");
}
