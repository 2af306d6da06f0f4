/**
 * The same value, with a copy of each object without a prototype that has one. Objects of a class stay as they are, and so
 * does all that they hold.
 */
export function withPrototypes(value: unknown): unknown {
  // Looks first and copies only if there is something to copy: most stores return ordinary objects.
  return holdsBare(value, new Set()) ? copyOf(value, new Map()) : value;
}

function holdsBare(value: unknown, seen: Set<object>): boolean {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null) return true;
  if ((prototype !== Object.prototype && prototype !== Array.prototype) || seen.has(value)) return false;
  seen.add(value);
  for (const key in value) if (holdsBare(value[key as never], seen)) return true;
  return false;
}

function copyOf(value: unknown, copies: Map<object, object>): unknown {
  if (typeof value !== "object" || value === null) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype && prototype !== Array.prototype) return value;
  const made = copies.get(value);
  if (made !== undefined) return made;
  // A spread keeps symbols, and a property that is called `__proto__`.
  const copy: object = Array.isArray(value) ? Object.assign([], value) : { ...value };
  copies.set(value, copy);
  for (const key of Object.keys(copy)) {
    const held = copyOf(copy[key as never], copies);
    Object.defineProperty(copy, key, { value: held, configurable: true, enumerable: true, writable: true });
  }
  return copy;
}
