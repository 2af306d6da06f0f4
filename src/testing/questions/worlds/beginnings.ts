import type { World } from "../world.ts";
import { everyValue } from "./every-value.ts";

/** What a store may put between the parts of a key, what its patterns may mean, and what sorts directly behind. */
const joints = [
  "",
  "/",
  "#",
  ":",
  "|",
  "~",
  "-",
  "_",
  ".",
  ",",
  ";",
  "=",
  "+",
  "@",
  "!",
  "%",
  "\\",
  "'",
  '"',
  " ",
  "0",
];

const joined = joints.map((joint) => `a${joint}a`);

/**
 * Wherever a key is made of several ids, two different rows have the same one: `a`, `a/a` and `a/a`, `a` are both
 * `a/a/a`. And wherever a key is read by its beginning, other rows begin with it.
 */
export const beginnings: World = {
  threat: "one id, role, word, name or key begins another, whatever follows",
  most: 22,
  wholeOnly: true,
  organizations: [
    { id: "a", steps: everyValue("a", ["a", ...joined]) },
    ...joined.map((id) => ({ id, steps: everyValue(id, ["a", id]), most: 1 })),
  ],
};
