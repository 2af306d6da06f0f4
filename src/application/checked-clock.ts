import { quote } from "../domain/values/quote.ts";
import type { Clock } from "./ports/clock.ts";

/**
 * The host's clock with a check of each time. Throws a TypeError if it returns something other than a valid Date, which
 * is a bug of the host, or a year whose text has a sign, because times are compared as text.
 */
export function checkedClock(clock: Clock): Clock {
  return () => {
    const value: unknown = clock();
    const text = isoText(value);
    if (text?.length === isoLength) return new Date(text);
    throw new TypeError(`clock must return a valid Date in the years 0 to 9999, not ${text ?? describe(value)}.`);
  };
}

const isoLength = "2025-01-02T03:04:05.678Z".length;

/** Works for a Date of another realm too. Null if the value is not a valid Date. */
function isoText(value: unknown): string | null {
  try {
    return Date.prototype.toISOString.call(value);
  } catch {
    return null;
  }
}

function describe(value: unknown): string {
  if (typeof value === "string") return quote(value);
  try {
    return String(value).slice(0, 100);
  } catch {
    return "a value that cannot be shown";
  }
}
