import { expect, it } from "vitest";
import { textOf } from "../support/docs/pages.ts";

it("explains exactly the existing error codes in docs/errors.md", () => {
  const described = [...textOf("src/application/describe-error.ts").matchAll(/^ +case "(\w+)":/gm)].map(
    ([, code]) => code,
  );
  const rows = textOf("docs/errors.md")
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  const explained = rows.flatMap((row) =>
    [...(row.split(" | ")[0] ?? "").matchAll(/`(\w+)`/g)].map(([, code]) => code),
  );

  // The compiler keeps `describeError` complete: it switches over the union of all errors without a default.
  expect(explained.toSorted()).toEqual(described.toSorted());
  expect(new Set(explained).size).toBe(explained.length);
});
