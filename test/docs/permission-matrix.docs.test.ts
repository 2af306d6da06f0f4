import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { describe, expect, it } from "vitest";
import { type Call, commandCalls, eventsOfWorkspace, queryCalls } from "../support/permission/calls.ts";
import { type Asker, askers, type Scene, sceneFor } from "../support/permission/world.ts";

const file = join(import.meta.dirname, "../../docs/permissions.md");
const columns = Object.keys(askers) as Asker[];
const commandNames = Object.keys(commandCalls) as (keyof typeof commandCalls)[];
const queryNames = (Object.keys(queryCalls) as (keyof typeof queryCalls)[]).filter((name) => name !== "preview");

describe("the permission matrix", () => {
  it("has one row for each method of the roster", async () => {
    const { roster } = await sceneFor("system");

    expect([...Object.keys(commandCalls), ...Object.keys(queryCalls)].sort()).toEqual(Object.keys(roster).sort());
    expect(Object.keys(commandCalls).sort()).toEqual(Object.keys(roster.preview).sort());
    expect(Object.keys(roster.maintenance)).toEqual(["pruneIdempotencyKeys"]);
  });

  it("matches docs/permissions.md", async () => {
    const commands = await rows(commandNames, (name, { roster }) => callOf(commandCalls[name], roster));
    const queries = await rows(queryNames, (name) => queryCalls[name]);
    const eventRow = await rows(["events of the workspace"], () => eventsOfWorkspace);

    await expect(await pageOf([...commands, ...queries, ...eventRow])).toMatchFileSnapshot("../../docs/permissions.md");
  });

  it("is the same for previews", async () => {
    const run = await rows(commandNames, (name, { roster }) => callOf(commandCalls[name], roster));
    const previewed = await rows(commandNames, (name, { roster }) => callOf(commandCalls[name], roster.preview));

    expect(previewed).toEqual(run);
  });
});

type Row = readonly string[];

async function rows<Name extends string>(
  names: readonly Name[],
  callFor: (name: Name, scene: Scene) => Call | "not judged",
): Promise<readonly Row[]> {
  return Promise.all(
    names.map(async (name) => {
      const cells = await Promise.all(
        columns.map(async (asker) => answer(asker, await sceneFor(asker), name, callFor)),
      );
      return [`\`${name}\``, ...cells];
    }),
  );
}

async function answer<Name extends string>(
  asker: Asker,
  scene: Scene,
  name: Name,
  callFor: (name: Name, scene: Scene) => Call | "not judged",
): Promise<string> {
  const call = callFor(name, scene);
  if (call === "not judged") return "not judged";
  const result = await call(scene, askers[asker]);
  return result.isOk() ? "yes" : `\`${result.error.code}\``;
}

function callOf(
  call: (typeof commandCalls)[keyof typeof commandCalls],
  commands: Scene["roster"]["preview"],
): Call | "not judged" {
  return call === "not judged" ? call : call(commands);
}

async function pageOf(table: readonly Row[]): Promise<string> {
  const page = `# Who may do what

Generated from the code and compared with it by a test: every command and query for every kind of actor, with the default policy and roles. A preview is authorized like its command. The workspace is active, except for \`restoreWorkspace\` and in the last column, where it is archived. "Not judged" means that the library does not authorize the call, because it names no actor or creates the organization: call it only for users you have authenticated.

| | ${columns.join(" | ")} |
| --- |${" --- |".repeat(columns.length)}
${table.map((row) => `| ${row.join(" | ")} |`).join("\n")}
`;
  return format(page, { ...(await resolveConfig(file)), filepath: file });
}
