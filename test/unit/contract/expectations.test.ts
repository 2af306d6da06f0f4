import { expect, it } from "vitest";
import { equal } from "../../../src/testing/expectations.ts";

it("takes an object without a prototype for plain data, at any depth", () => {
  const bare = Object.assign(Object.create(null) as object, { id: "a" });

  expect(() => {
    equal({ rows: [bare] }, { rows: [{ id: "a" }] });
  }).not.toThrow();
  expect(() => {
    equal({ rows: [bare] }, { rows: [{ id: "b" }] });
  }).toThrow();
});

it("refuses an instance of a class, and a missing or an extra field", () => {
  class Row {
    readonly id = "a";
  }

  for (const actual of [new Row(), {}, { id: "a", more: 1 }]) {
    expect(() => {
      equal(actual, { id: "a" });
    }).toThrow();
  }
});
