import type { Result } from "neverthrow";
import type { ParserContext } from "../../application/schemas/parse-input.ts";
import type { Settings } from "./settings.ts";

/** Parses as a roster with these settings does. Each parser is created once per settings, as in a roster. */
export function parsing<Parsed, Refusal>(definition: {
  parser(context: ParserContext): (input: unknown) => Result<Parsed, Refusal>;
}): (input: unknown, settings: Settings) => Result<Parsed, Refusal> {
  const made = new WeakMap<Settings, (input: unknown) => Result<Parsed, Refusal>>();
  return (input, settings) => {
    const parse = made.get(settings) ?? definition.parser({ ...settings, createId: noId });
    made.set(settings, parse);
    return parse(input);
  };
}

/** Every operation of a history names its organization, so the parser needs no id. */
function noId(): never {
  throw new Error("The parser asked for an id.");
}
