import type { Result } from "neverthrow";
import type { ParserContext } from "../../application/schemas/parser-context.ts";
import type { Settings } from "./settings.ts";

/** Parses as a roster of these settings would; each parser is made once, as by a roster. */
export function parsing<Parsed, Refusal>(definition: {
  parser(door: ParserContext): (input: unknown) => Result<Parsed, Refusal>;
}): (input: unknown, settings: Settings) => Result<Parsed, Refusal> {
  const made = new WeakMap<Settings, (input: unknown) => Result<Parsed, Refusal>>();
  return (input, settings) => {
    const parse = made.get(settings) ?? definition.parser({ ...settings, createId: noId });
    made.set(settings, parse);
    return parse(input);
  };
}

/** No operation of a history leaves its organization unnamed. */
function noId(): never {
  throw new Error("An id was asked for at the door.");
}
