import { hasMethods, isFunction, isObject, requireOption, requireOptions } from "../domain/values/checked-option.ts";

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
