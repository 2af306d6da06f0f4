import type { Told } from "./world.ts";

/** Ends a command of the model without a change. */
export class Refused extends Error {
  readonly refusal: Told;

  constructor(refusal: Told) {
    super(String(refusal["code"]));
    this.refusal = refusal;
  }
}

export function refuse(code: string, fields: Told = {}): never {
  throw new Refused({ code, ...fields });
}

export function forbid(needs: string): never {
  return refuse("forbidden", { needs });
}
