import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractVersion, storageCases } from "workspace-roster/testing";
import { runProgram } from "../../../src/bin/contract/program.ts";

const oneCase = ["--grep", "commit: guard › raises the revision even if nothing else changes"];
const memory = pathToFileURL(join(import.meta.dirname, "../../../src/memory.ts")).href;
const neverthrow = import.meta.resolve("neverthrow");
const harness = (parts: string) => `
  import { memoryStorage } from "${memory}";
  const open = async () => { const storage = memoryStorage(); return { storage, second: storage, close: async () => {} }; };
  ${parts}
`;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "contract-program-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

let files = 0;

function file(source: string, end = "ts"): string {
  files += 1;
  const path = join(folder, `harness-${files}.${end}`);
  writeFileSync(path, source);
  return path;
}

async function program(...parameters: readonly string[]) {
  const [out, error]: [string[], string[]] = [[], []];
  const code = await runProgram(parameters, {
    out: (line) => out.push(line),
    error: (line) => error.push(line),
    hasColors: false,
  });
  return { code, out: out.join("\n"), error: error.join("\n") };
}

describe("the contract program", () => {
  it.each([
    ["the default export", "export default { open };"],
    ["the export named harness", "export const harness = { open };"],
  ])("runs the cases on the stores of %s", async (_, parts) => {
    const { code, out } = await program(file(harness(parts)), ...oneCase);

    expect([code, out]).toEqual([
      0,
      expect.stringMatching(
        /^\ncommit: guard\n {2}✓ raises the revision even if nothing else changes\n\n1 passed, 0 failed, in \d+\.\d s\nThe harness has no faults, /,
      ),
    ]);
  });

  it("exits with 1 and shows why a case failed", async () => {
    const broken = `
      export default {
        open: async () => {
          const store = await open();
          const commit = (batch, options) => store.storage.commit(batch, options).map(() => ({ kind: "conflict" }));
          return { ...store, storage: { ...store.storage, commit } };
        },
      };`;

    const { code, out } = await program(file(harness(broken), "js"), ...oneCase);

    expect(code).toBe(1);
    expect(out).toContain("✗ raises the revision even if nothing else changes\n      Expected values to be strictly");
    expect(out).toContain("kind: 'conflict'");
    expect(out).toContain(
      "Failed:\n  ✗ commit: guard › raises the revision even if nothing else changes\n\n0 passed, 1 failed, in ",
    );
  });

  it.each([
    ["open() rejects", "open: async () => { throw new Error('no server') }", "open() of the harness failed: no server"],
    ["open() throws", "open: () => { throw new Error('no server') }", "open() of the harness failed: no server"],
    [
      "close() rejects",
      "open: async () => ({ ...(await open()), close: async () => { throw new Error('in use') } })",
      "close() of the harness failed: in use",
    ],
    [
      "open() never resolves",
      "open: () => new Promise(() => {})",
      "It did not end within 0.05 s. Calls without an answer: open of the harness.",
    ],
    [
      "there is no second handle",
      "open: async () => ({ ...(await open()), second: undefined })",
      "without second.limits.members.",
    ],
    [
      "a method is missing",
      "open: async () => { const { storage: { events, ...storage }, ...store } = await open(); return { ...store, storage } }",
      "open() of the harness returned a store without storage.events.",
    ],
    [
      "all stores are the same one",
      "open: () => one",
      "open() of the harness returned a store with the data of another store.",
    ],
  ])("exits with 2 and runs nothing if %s", async (_, part, message) => {
    const source = harness(`const one = open(); export default { ${part} };`);

    const { code, out, error } = await program(file(source), "--timeout", "0.05", ...oneCase);

    expect([code, out]).toEqual([2, ""]);
    expect(error).toContain("cannot be used, so nothing else was run:\n");
    expect(error).toContain(message);
  });

  it.each([
    [
      "open() rejects later",
      "if (opened > 2) throw new Error('no more'); return open();",
      "HarnessError: open() of the harness failed: no more\n",
    ],
    [
      "a call is never answered",
      "const store = await open(); const load = () => new Promise(() => {}); return { ...store, storage: { ...store.storage, load } };",
      "It did not end within 0.05 s. Calls without an answer: load of storage.\n",
    ],
    [
      "something throws outside of a call",
      "setTimeout(() => process.emit('uncaughtException', new Error('reset')), 1); return new Promise(() => {});",
      "Error: Something outside of any call threw: Error: reset\n",
    ],
  ])("reports as a failure of the case that %s", async (_, body, message) => {
    const source = harness(`let opened = 0; export default { open: async () => { opened += 1; ${body} } };`);

    const { code, out } = await program(file(source), "--timeout", "0.05", ...oneCase);

    expect(code).toBe(1);
    expect(out).toContain(`✗ raises the revision even if nothing else changes\n      ${message}`);
    expect(out).toContain("0 passed, 1 failed");
  });

  it.each([
    ["a missing file", () => "absent.js", /^absent\.js has no harness: .*absent\.js/],
    [
      "a module without a harness",
      () => file("export const storage = {};"),
      /neither its default export nor its export "harness" is an object with open\(\)\. Its exports: storage\.$/,
    ],
    ["a module that throws", () => file("throw new Error('no driver');"), /has no harness: no driver$/],
  ])("exits with 2 for %s", async (_, path, message) => {
    const { code, out, error } = await program(path());

    expect([code, out]).toEqual([2, ""]);
    expect(error).toMatch(message);
  });

  it.each([
    ["no harness", [], "HARNESS is missing."],
    ["two harnesses", ["a.js", "b.js"], "Expected one HARNESS, but got 2."],
    ["an unknown option", ["--fast", "a.js"], "Unknown option '--fast'"],
    ["an invalid timeout", ["--timeout", "soon", "a.js"], "--timeout must be a number of seconds above 0."],
    ["an invalid number of histories", ["--histories", "many", "a.js"], "--histories must be a whole number"],
    ["a seed that is not a whole number", ["--seed", "0.5", "a.js"], "--seed must be a whole number from 0."],
    ["a filter that matches nothing", ["--group", "nonsense", "a.js"], "No case matches."],
  ])("exits with 2 for %s", async (_, parameters, message) => {
    const { code, error } = await program(...parameters);

    expect(code).toBe(2);
    expect(error).toContain(message);
  });

  it("lists the chosen cases, without a harness", async () => {
    const { code, out } = await program("--list", "--group", "commit", "--grep", "replay");

    expect(code).toBe(0);
    expect(out.split("\n")).toEqual(
      storageCases
        .map(({ group, name }) => `${group} › ${name}`)
        .filter((title) => title.startsWith("commit") && title.includes("replay")),
    );
  });

  it("does not mention faults if the harness has some", async () => {
    const faults = "faults: { cutBeforeCommit() {}, cutBeforeAnswer() {} }";
    const source = harness(`export default { open: async () => ({ ...(await open()), ${faults} }) };`);

    const { code, out } = await program(file(source), ...oneCase);

    expect([code, out.includes("faults")]).toEqual([0, false]);
  });

  it("plays the requested number of random histories from the requested seed", async () => {
    const parameters = ["--group", "random histories", "--histories", "2", "--seed", "40"];

    const { code, out } = await program(file(harness("export default { open };")), ...parameters);

    expect([code, out]).toEqual([0, expect.stringContaining("2 histories of three clients, from seed 40")]);
  });

  const refusing = `export default { open: async () => {
    const store = await open();
    const commit = (batch, options) => store.storage.commit(batch, options).map(() => ({ kind: "conflict" }));
    return { ...store, storage: { ...store.storage, commit } };
  } };`;
  const silent = `export default { open: async () => {
    const store = await open();
    return { ...store, storage: { ...store.storage, load: () => new Promise(() => {}) } };
  } };`;

  it("stops at the first failure on request, and says how many cases were not run", async () => {
    const { code, out } = await program(file(harness(refusing)), "--bail", "--group", "commit: guard");

    expect(code).toBe(1);
    expect(out).toContain("0 passed, 1 failed");
    expect(out).toMatch(/Stopped at the first failure, because of --bail\. \d+ cases were not run\./);
  });

  it("stops after five cases that do not end", async () => {
    const { code, out } = await program(file(harness(silent)), "--timeout", "0.05", "--group", "load");

    expect(code).toBe(1);
    expect(out).toContain("0 passed, 5 failed");
    expect(out).toContain("Stopped, because 5 cases did not end within their time limit.");
  });

  it("prints a message that many cases share once, with the usual cause, and ends with the contract's version", async () => {
    const { out } = await program(file(harness(refusing)), "--group", "commit");

    expect(out.match(/kind: 'conflict'/g)?.length).toBeLessThan(5);
    expect(out).toMatch(/✗ commit: guard › .*\n {6}and \d+ more with the same message/);
    expect(out).toContain("usual cause: ");
    expect(out.split("\n").at(-1)).toBe(`Contract ${contractVersion} of workspace-roster`);
  });

  it("writes the report as JSON and as JUnit XML", async () => {
    const [json, junit] = [join(folder, "report.json"), join(folder, "report.xml")];

    await program(file(harness(refusing)), "--json", json, "--junit", junit, ...oneCase);

    const report: unknown = JSON.parse(readFileSync(json, "utf8"));
    expect(report).toMatchObject({ contractVersion, passed: 0, failed: 1 });
    expect(report).toHaveProperty("cases.0.usualCause");
    const xml = readFileSync(junit, "utf8");
    expect(xml).toContain(`<testsuites name="workspace-roster contract ${contractVersion}" tests="1" failures="1"`);
    expect(xml).toContain("usual cause: ");
  });

  it("writes JUnit XML that can be parsed, whatever the message of a failure", async () => {
    const junit = join(folder, "escaped.xml");
    const failing = `import { errAsync } from "${neverthrow}";
      export default { open: async () => {
        const store = await open();
        const commit = () => errAsync({ code: "storage_failed", cause: 'a <b> & "c" \\u0000' });
        return { ...store, storage: { ...store.storage, commit } };
      } };`;

    await program(file(harness(failing)), "--junit", junit, ...oneCase);

    expect(readFileSync(junit, "utf8")).toContain("storage_failed: a &lt;b&gt; &amp; &quot;c&quot; \u{FFFD}");
  });

  it("exits with 2 if a report cannot be written", async () => {
    const { code, error } = await program(file(harness("export default { open };")), "--json", folder, ...oneCase);

    expect([code, error]).toEqual([2, expect.stringContaining("The report cannot be written: ")]);
  });

  it("proves on request that the contract catches a store with one mistake", async () => {
    const { code, out } = await program(
      file(harness("export default { open };")),
      "--prove",
      "--group",
      "commit: guard",
    );

    expect(out).toContain("✓ a storage that forgets the guard\n    fails: commit: guard › ");
    expect(out).toContain("✗ a storage that sorts by UTF-16\n    no case fails because of it");
    expect(out).toContain("The harness has no faults, so these were not tried:");
    expect(code).toBe(1);
  });

  it("prints its usage on request", async () => {
    const { code, out } = await program("--help");

    expect([code, out.split("\n", 1)]).toEqual([0, ["Usage: workspace-roster-contract [options] HARNESS"]]);
  });
});
