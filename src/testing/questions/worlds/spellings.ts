import type { World } from "../world.ts";
import { everyValue } from "./every-value.ts";

/** Values that a collation, a normalization, a number or a padded column takes for equal, or sorts differently. */
const values = [
  ...["ada", "Ada", "ADA", "\u00e1da", "a\u0301da", "\uff41da", "\u00e0da", "\u0430da", "ada ada", "ada\u3000ada"],
  ...[
    "1",
    "01",
    "1.0",
    "10",
    "100",
    "9",
    "1e1",
    "0x1",
    "true",
    "null",
    "ss",
    "\u00df",
    "\u1e9e",
    "i",
    "I",
    "\u0131",
    "\u0130",
  ],
  ...["\ufffd", "\uff5e", "\u{10000}", "\u{1f642}", "\u{1f642}\ufffd", "a_a", "aXa", "a%a", "A_A"],
];

export const spellings: World = {
  threat: "values differ only in case, accents, form, zeros or rare characters",
  most: 40,
  wholeOnly: true,
  organizations: [
    { id: "ada", steps: everyValue("ada", values) },
    { id: "Ada", steps: everyValue("Ada", values.slice(0, 3).reverse()), most: 6 },
  ],
};
