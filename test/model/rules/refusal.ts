import type { Fields } from "./world.ts";

/** Thrown to end a command of the model without a change. */
export class Refusal extends Error {
  readonly refusal: Fields;

  constructor(refusal: Fields) {
    super(String(refusal["code"]));
    this.refusal = refusal;
  }
}

export function refuse(code: string, fields: Fields = {}): never {
  throw new Refusal({ code, ...fields });
}

/** Whether a check passes. */
export function isAllowed(check: () => unknown): boolean {
  try {
    check();
    return true;
  } catch (thrown) {
    if (thrown instanceof Refusal) return false;
    throw thrown;
  }
}

export function forbid(needs: string): never {
  return refuse("forbidden", { needs });
}
