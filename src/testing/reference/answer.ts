import type { Result } from "neverthrow";
import { plainText } from "../plain-text.ts";
import type { Answer } from "./operation.ts";

/** An answer as it is compared and shown. */
export function answerOf(result: Result<unknown, { readonly code: string }>): Answer {
  const value = result.isOk() ? { done: result.value } : { refused: result.error };
  return { value, text: plainText(value) };
}
