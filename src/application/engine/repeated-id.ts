import { quote } from "../../domain/values/quote.ts";

/** A `createId` that gives an id which is in use is a bug of the host: what two things share cannot be told apart. */
export function repeatedId(id: string): Error {
  return new Error(`createId gave ${quote(id)} again; it must never repeat an id.`);
}
