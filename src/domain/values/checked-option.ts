import { quote } from "./quote.ts";

/** Throws a TypeError unless the option is valid: an invalid option is a bug of the host. */
export function requireOption(isValid: boolean, name: string, expected: string, actual: unknown): void {
  if (!isValid) throw new TypeError(`${name} must be ${expected}, not ${describe(actual)}.`);
}

/** Throws a TypeError unless the options are an object with known names only: a misspelled option would silently do nothing. */
export function requireOptions(options: unknown, owner: string, known: readonly string[]): void {
  requireOption(isObject(options) && !Array.isArray(options), owner, "an object", options);
  const unknown = Object.keys(options as object).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new TypeError(`${owner} must have no fields other than ${known.join(", ")}, but has ${quote(unknown)}.`);
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

export function isBoolean(value: unknown): boolean {
  return typeof value === "boolean";
}

export function isFunction(value: unknown): boolean {
  return typeof value === "function";
}

/** Whether the value has these methods, which may be inherited. */
export function hasMethods(value: unknown, ...names: readonly string[]): boolean {
  return isObject(value) && names.every((name) => typeof value[name] === "function");
}

function describe(value: unknown): string {
  if (typeof value === "string") return quote(value);
  if (typeof value === "function") return "a function";
  if (typeof value === "symbol") return "a symbol";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value !== null) return "an object";
  return String(value).slice(0, 100);
}
