import { describe, expect, it } from "vitest";
import { parseOrganizationFile, readOrganizationFile } from "../../../examples/admin/import/organization-file.ts";

const nobody = { description: "", maintainers: [], members: [], teams: {} };

describe("a file to import", () => {
  it("is read with teams inside teams", () => {
    const text = `
      orgs:
        acme:
          name: Acme
          admins: [ada]
          members: [bo, cy]
          teams:
            web:
              description: Makes the site
              maintainers: [bo]
              teams:
                web-ops: { members: [cy] }`;

    const file = parseOrganizationFile(text)._unsafeUnwrap();

    const webOps = { ...nobody, members: ["cy"] };
    const web = { description: "Makes the site", maintainers: ["bo"], members: [], teams: { "web-ops": webOps } };
    expect(file).toEqual({ orgs: { acme: { name: "Acme", admins: ["ada"], members: ["bo", "cy"], teams: { web } } } });
  });

  it("may omit everything but an organization, and may have keys without a value", () => {
    const file = parseOrganizationFile("orgs: { acme: { admins: , teams: { web: { members: } } }, umbrella: {} }");

    expect(file._unsafeUnwrap().orgs).toEqual({
      acme: { name: "", admins: [], members: [], teams: { web: nobody } },
      umbrella: { name: "", admins: [], members: [], teams: {} },
    });
  });

  it("keeps names as they are written, even if they look like numbers or other values", () => {
    const file = parseOrganizationFile("orgs: { acme: { members: [007, 1e3, 0x10, true, null, 2020-01-01] } }");

    expect(file._unsafeUnwrap().orgs["acme"]?.members).toEqual(["007", "1e3", "0x10", "true", "null", "2020-01-01"]);
  });

  it("ignores white space around names, and settings that do not concern a roster", () => {
    const file = parseOrganizationFile(`orgs: { acme: { members: [" ada "], billing_email: x, repos: { a: {} } } }`);

    expect(file._unsafeUnwrap().orgs["acme"]).toEqual({ name: "", admins: [], members: ["ada"], teams: {} });
  });

  it.each([
    ["an unclosed list", "orgs: { acme: { members: [ada }", "it is not YAML: "],
    ["a duplicate key", "orgs: { acme: {}, acme: {} }", "Map keys must be unique"],
    ["an empty file", "", "the file: "],
    ["another document", "name: Acme", "orgs: "],
    ["no organization", "orgs: {}", "orgs: must contain an organization"],
    ["a person instead of a list", "orgs: { acme: { members: ada } }", "orgs.acme.members: "],
    ["a list instead of a person", "orgs: { acme: { members: [ada, [bo]] } }", "orgs.acme.members.1: "],
    ["an empty name", `orgs: { acme: { members: [" "] } }`, "orgs.acme.members.0: must not be empty"],
    ["a list of teams", "orgs: { acme: { teams: [web] } }", "orgs.acme.teams: "],
    [
      "a mistake in an inner team",
      "orgs: { acme: { teams: { a: { teams: { b: { members: x } } } } } }",
      "orgs.acme.teams.a.teams.b.members: ",
    ],
  ])("refuses %s, and says where it is", (_, text, problem) => {
    expect(parseOrganizationFile(text)._unsafeUnwrapErr()).toContain(problem);
  });

  it("lists the first ten problems, and counts the others", () => {
    const members = Array.from({ length: 12 }, () => "[]").join(", ");

    const problem = parseOrganizationFile(`orgs: { acme: { members: [${members}] } }`)._unsafeUnwrapErr();

    expect(problem.split("\n")).toHaveLength(12);
    expect(problem).toMatch(/… and 2 more$/);
  });

  it.each([
    ["no-such-file.yaml", "there is no such file."],
    [import.meta.dirname, "EISDIR"],
    [process.execPath, "not valid for encoding utf-8"],
  ])("is refused if it cannot be read: %s", (path, problem) => {
    expect(readOrganizationFile(path)._unsafeUnwrapErr()).toContain(problem);
  });
});
