import { join } from "node:path";
import { RuleTester } from "eslint";
import { parser } from "typescript-eslint";
import { describe, it } from "vitest";
import { mustUseResult } from "../../../eslint/must-use-result.js";

RuleTester.describe = describe;
// The first case starts the type checker.
RuleTester.it = (name: string, run: () => void) => {
  it(name, run, 60_000);
};

const root = join(import.meta.dirname, "../../..");
const filename = join(root, "planted.ts");
const tester = new RuleTester({
  languageOptions: {
    parser,
    parserOptions: { projectService: { allowDefaultProject: ["planted.ts"] }, tsconfigRootDir: root },
  },
});

const head = `
  import { ok, okAsync, type Result, type ResultAsync } from "neverthrow";
  declare function now(): Result<number, "no">;
  declare function later(): ResultAsync<number, "no">;
  declare const flag: boolean;
`;
const valid = (name: string, code: string) => ({ name, filename, code: head + code });
const invalid = (name: string, code: string) => ({ ...valid(name, code), errors: [{ messageId: "dropped" }] });

// @ts-expect-error -- typescript-eslint types a rule with members that ESLint 10 no longer has.
tester.run("must-use-result", mustUseResult, {
  valid: [
    valid("a Result that is returned", "export function f() { return now(); }"),
    valid("a Result that is read", "const r = now(); if (r.isErr()) throw new Error(r.error);"),
    valid("a Result that is exported", "export const r = now();"),
    valid("a Result that is unwrapped", "now().match(() => 1, () => 2);"),
    valid("a Result that is dropped on purpose", "void now(); void later();"),
    valid("a Result that is assigned and read later", "let r = now(); r = now(); r.isOk();"),
    valid("a statement without a Result", "Math.max(1, 2);"),
    valid(
      "another type of the same name",
      "interface Result { a: 1 } namespace own { declare const f: () => Result; f(); }",
    ),
  ],
  invalid: [
    invalid("a dropped Result", "now();"),
    invalid("a dropped ResultAsync", "later();"),
    invalid("a dropped Result of an awaited ResultAsync", "await later();"),
    invalid("a dropped Ok", "ok(1);"),
    invalid("a dropped Result behind a condition", "flag && now();"),
    invalid("a dropped Result at the end of a chain", "okAsync(1).map((n) => n + 1);"),
    invalid("a Result in a variable that nobody reads", "const r = now();"),
    invalid("a Result in a variable that is only written", "let r = now(); r = now();"),
  ],
});
