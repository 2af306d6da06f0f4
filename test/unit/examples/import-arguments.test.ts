import { describe, expect, it } from "vitest";
import { parseArguments } from "../../../examples/admin/import/arguments.ts";

describe("the arguments of `npm run import`", () => {
  it("consist of a file; all options have defaults", () => {
    expect(parseArguments(["org.yaml"])._unsafeUnwrap()).toEqual({
      file: "org.yaml",
      database: "roster.db",
      isDryRun: false,
      ignoresCase: false,
    });
  });

  it("may come in any order", () => {
    const args = ["--dry-run", "--database", "other.db", "org.yaml", "--ignore-case"];

    expect(parseArguments(args)._unsafeUnwrap()).toEqual({
      file: "org.yaml",
      database: "other.db",
      isDryRun: true,
      ignoresCase: true,
    });
  });

  it.each([["--help"], ["-h"], ["org.yaml", "--help"]])("ask for help with %j", (...args) => {
    expect(parseArguments(args)._unsafeUnwrap()).toBe("help");
  });

  it.each([
    [[], "Name the file to import."],
    [["a.yaml", "b.yaml"], "Name one file to import, not 2."],
    [["--nope"], "Unknown option '--nope'."],
    [["org.yaml", "--database"], "Option '--database <value>' argument missing."],
    [["org.yaml", "--dry-run=no"], "Option '--dry-run' does not take an argument."],
  ])("are refused with a reason: %j", (args, problem) => {
    expect(parseArguments(args)._unsafeUnwrapErr()).toBe(problem);
  });
});
