import { expect, it } from "vitest";
import { toCloudEvent } from "../../../src/application/to-cloud-event.ts";
import type { RosterEvent } from "../../../src/domain/facts/event.ts";
import { acmeStorage, rosterOn, seeded, valueOf } from "../../support/acme-roster.ts";

it("returns the CloudEvents 1.0 form of an event about a user in a workspace", async () => {
  const event = await eventOf("workspace.member.added");

  expect(toCloudEvent(event)).toEqual({
    specversion: "1.0",
    id: "7",
    source: "/workspace-roster/organizations/acme",
    type: "workspace-roster.workspace.member.added",
    subject: "workspaces/web/users/ada",
    time: event.at,
    datacontenttype: "application/json",
    sequence: "0000000000000007",
    data: event,
  });
});

it.each([
  ["organization.created", undefined],
  ["organization.member.added", "users/ada"],
  ["workspace.created", "workspaces/web"],
] as const)("names the subject of %s", async (type, subject) => {
  const cloudEvent = toCloudEvent(await eventOf(type));

  expect(cloudEvent.subject).toBe(subject);
  expect("subject" in cloudEvent).toBe(subject !== undefined);
});

it("percent-encodes ids, so that no id can pass for another path", async () => {
  const event = await eventOf("workspace.member.added");

  const { source, subject } = toCloudEvent({
    ...event,
    organizationId: "a/b é" as RosterEvent["organizationId"],
    userId: "u/x?" as never,
  });

  expect([source, subject]).toEqual([
    "/workspace-roster/organizations/a%2Fb%20%C3%A9",
    "workspaces/web/users/u%2Fx%3F",
  ]);
});

it("has a sequence that sorts as text in the order of events", async () => {
  const { items } = valueOf(
    await rosterOn(await acmeStorage()).events({ organizationId: "acme", actor: { userId: "ada" } }),
  );
  const later = { ...items[0], sequence: 10 } as RosterEvent;

  const texts = [...items, later].map((event) => toCloudEvent(event).sequence);

  expect(texts).toEqual([...texts].sort());
  expect(texts).toHaveLength(seeded.lastSequence + 1);
});

async function eventOf<Type extends RosterEvent["type"]>(type: Type): Promise<RosterEvent & { readonly type: Type }> {
  const { items } = valueOf(
    await rosterOn(await acmeStorage()).events({ organizationId: "acme", actor: { userId: "ada" } }),
  );
  return items.find((event) => event.type === type) as RosterEvent & { readonly type: Type };
}
