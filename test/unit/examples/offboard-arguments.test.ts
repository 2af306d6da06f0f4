import { describe, expect, it } from "vitest";
import { parseArguments } from "../../../examples/admin/offboard/arguments.ts";

describe("the arguments of `npm run offboard`", () => {
  it("name the organization and people; the other options have defaults", () => {
    expect(parseArguments(["--organization", "acme", "bo", "cy"])._unsafeUnwrap()).toEqual({
      database: "roster.db",
      organizationId: "acme",
      leaving: { userIds: ["bo", "cy"] },
      successor: null,
      isDryRun: false,
    });
  });

  it("say how many of the busiest to remove instead, in any order", () => {
    const args = "--dry-run --busiest 10 --database acme.db --successor ada --organization acme".split(" ");

    expect(parseArguments(args)._unsafeUnwrap()).toEqual({
      database: "acme.db",
      organizationId: "acme",
      leaving: { busiest: 10 },
      successor: "ada",
      isDryRun: true,
    });
  });

  it.each([["--help"], ["-h"], ["bo", "--help"]])("ask for help with %j", (...args) => {
    expect(parseArguments(args)._unsafeUnwrap()).toBe("help");
  });

  it.each([
    [["bo"], "Name the --organization."],
    [["--organization", "acme"], "Name the users to remove."],
    [["--organization", "acme", "--busiest", "2", "bo"], "Name the users to remove, or --busiest, not both."],
    [["--organization", "acme", "--busiest", "0"], '--busiest takes a number from 1 to 99999, not "0".'],
    [["--organization", "acme", "--busiest", "ten"], '--busiest takes a number from 1 to 99999, not "ten".'],
    [["--nope"], "Unknown option '--nope'."],
    [["--organization"], "Option '--organization <value>' argument missing."],
  ])("are refused with a reason: %j", (args, problem) => {
    expect(parseArguments(args)._unsafeUnwrapErr()).toBe(problem);
  });
});
