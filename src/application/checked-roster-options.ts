import {
  hasMethods,
  isBoolean,
  isFunction,
  isObject,
  requireOption,
  requireOptions,
} from "../domain/values/checked-option.ts";
import { defaultPolicy, type Limits, type Policy } from "../domain/values/policy.ts";
import { quote } from "../domain/values/quote.ts";
import type { Clock } from "./ports/timer.ts";

const names = ["storage", "policy", "workspaceRoles", "clock", "createId", "deadlineMs", "observe", "timer"];

/** Throws a TypeError if an option is invalid or unknown. The policy and the role catalogue are checked where they are read. */
export function requireRosterOptions(options: object): void {
  requireOptions(options, "The options of createRoster", names);
  const { storage, clock, createId, deadlineMs, observe, timer } = options as Readonly<Record<string, unknown>>;
  requireOption(isStorage(storage), "storage", "a storage, such as memoryStorage()", storage);
  for (const [name, option] of Object.entries({ clock, createId, observe })) {
    requireOption(option === undefined || isFunction(option), name, "a function or absent", option);
  }
  const isTime = deadlineMs === undefined || (typeof deadlineMs === "number" && deadlineMs >= 0);
  requireOption(isTime, "deadlineMs", "a number of milliseconds, 0 or more", deadlineMs);
  const isTimer = timer === undefined || hasMethods(timer, "now", "wait", "random");
  requireOption(isTimer, "timer", "an object with now, wait and random", timer);
}

function isStorage(storage: unknown): boolean {
  if (!hasMethods(storage, "load", "commit", "events")) return false;
  const { limits, read } = storage as Readonly<Record<string, unknown>>;
  return (
    isObject(read) && isObject(limits) && Number.isSafeInteger(limits["members"]) && Number(limits["members"]) >= 1
  );
}

const limitNames: readonly (keyof Limits)[] = [
  "membersPerWorkspace",
  "activeWorkspacesPerOrganization",
  "membersPerOrganization",
];

/**
 * The host's policy, completed by defaults. Undefined means the default too, so that a missing setting never turns an
 * authority off. Throws a TypeError if a value is invalid: a truthy value could allow what was meant to be forbidden, and
 * a limit such as NaN would limit nothing.
 */
export function checkedPolicy(policy: Partial<Policy> = {}): Policy {
  requireOptions(policy, "policy", Object.keys(defaultPolicy));
  const {
    organizationAdminsAdminister = defaultPolicy.organizationAdminsAdminister,
    membersCreateWorkspaces = defaultPolicy.membersCreateWorkspaces,
    limits = defaultPolicy.limits,
  } = policy;
  const switches = { organizationAdminsAdminister, membersCreateWorkspaces };
  for (const [name, value] of Object.entries(switches)) {
    requireOption(isBoolean(value), `policy.${name}`, "true, false or absent", value);
  }
  return { ...switches, limits: checkedLimits(limits) };
}

function checkedLimits(limits: Limits): Limits {
  requireOptions(limits, "policy.limits", limitNames);
  const { membersPerWorkspace, activeWorkspacesPerOrganization, membersPerOrganization } = limits;
  const copy = { membersPerWorkspace, activeWorkspacesPerOrganization, membersPerOrganization };
  for (const [name, limit] of Object.entries(copy)) {
    const isValid = limit === undefined || (Number.isSafeInteger(limit) && limit >= 1);
    requireOption(isValid, `policy.limits.${name}`, "a whole number from 1, or absent for no limit", limit);
  }
  return copy;
}

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
