import { quote } from "../domain/values/quote.ts";
import type { Clock } from "./ports/clock.ts";

/**
 * The host's clock, each of whose answers is checked. What is not a valid Date is a bug of the host and throws a
 * TypeError; so is a year whose text has a sign, since times are compared as text.
 */
export function checkedClock(clock: Clock): Clock {
  return () => {
    const given: unknown = clock();
    const text = isoText(given);
    if (text?.length === isoLength) return new Date(text);
    throw new TypeError(`clock gave ${text ?? shown(given)}; it must return a valid Date of the years 0 to 9999.`);
  };
}

const isoLength = "2025-01-02T03:04:05.678Z".length;

/** Works for a Date of another realm too; null where there is none or it is invalid. */
function isoText(given: unknown): string | null {
  try {
    return Date.prototype.toISOString.call(given);
  } catch {
    return null;
  }
}

function shown(given: unknown): string {
  if (typeof given === "string") return quote(given);
  try {
    return String(given).slice(0, 100);
  } catch {
    return "a value that cannot be shown";
  }
}
