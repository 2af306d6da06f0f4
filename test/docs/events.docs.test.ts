import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { expect, it } from "vitest";
import {
  describeError,
  evolve,
  noFacts,
  type OrganizationId,
  type RosterCloudEvent,
  toCloudEvent,
} from "workspace-roster";
import { textOf } from "../support/docs/pages.ts";
import { described } from "../support/events/described.ts";
import { organizationId, playedHistory } from "../support/events/history.ts";
import { generatedParts, pageWith } from "../support/events/page.ts";

const page = join(import.meta.dirname, "../../docs/events.md");

it("generates the parts of docs/events.md that describe the types of events", async () => {
  const { written } = await playedHistory();
  const filled = pageWith(textOf("docs/events.md"), generatedParts(written));
  const formatted = await format(filled, { ...(await resolveConfig(page)), parser: "markdown", proseWrap: "always" });

  await expect(formatted).toMatchFileSnapshot(page);
});

it("runs every command, so that the page names all commands that write a type of event", async () => {
  const { roster, written } = await playedHistory();

  expect(new Set(written.map(({ command }) => command))).toEqual(new Set(Object.keys(roster.preview)));
  expect(new Set(written.map(({ event }) => event.type))).toEqual(new Set(Object.keys(described)));
});

it("replays the events of an organization to its state", async () => {
  const { roster } = await playedHistory();
  const actor = { userId: "ada" };

  // #region replay
  let facts = noFacts(organizationId as OrganizationId);
  let after: string | null = null;
  do {
    const page = await roster.events({ organizationId, actor, limit: 500, after });
    if (page.isErr()) throw new Error(describeError(page.error));
    facts = evolve(facts, page.value.items);
    after = page.value.next;
  } while (after !== null);
  // #endregion

  expect([...facts.members.keys()]).toEqual(["ada", "cy"]);
  expect([...facts.workspaces.values()].map(({ name }) => name)).toEqual([
    "Research 2",
    "Lab",
    "Shop",
    "Old Lab",
    "Old Shop",
  ]);
  expect(facts.organization).toMatchObject({ memberCount: 2, adminCount: 1, activeWorkspaceCount: 1 });
});

it("delivers an event again after a crash before its position was stored", async () => {
  const { roster, written } = await playedHistory();
  const published: string[] = [];
  let stored = 0;
  let stop = new AbortController();
  const publish = (event: RosterCloudEvent): Promise<void> => {
    published.push(event.id);
    if (published.length === 3) throw new Error("crashed");
    if (event.id === String(written.length)) stop.abort();
    return Promise.resolve();
  };
  const positions = {
    read: (_: string): Promise<number> => Promise.resolve(stored),
    write: (_: string, sequence: number): Promise<void> => Promise.resolve(void (stored = sequence)),
  };

  async function follow(signal: AbortSignal): Promise<void> {
    // #region follow
    const after = await positions.read(organizationId);
    for await (const event of roster.changes({ organizationId, after, signal })) {
      await publish(toCloudEvent(event));
      await positions.write(organizationId, event.sequence);
    }
    // #endregion
  }

  await expect(follow(stop.signal)).rejects.toThrow("crashed");
  stop = new AbortController();
  await follow(stop.signal);

  const all = written.map(({ event }) => String(event.sequence));
  expect(published).toEqual([...all.slice(0, 3), ...all.slice(2)]);
});
