import { SpanKind, SpanStatusCode } from "@opentelemetry/api";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { errAsync } from "neverthrow";
import { describe, expect, it } from "vitest";
import { storageFailed } from "../../../src/application/ports/storage-error.ts";
import { openTelemetryObserver } from "../../../src/opentelemetry.ts";
import { acmeStorage, now, rosterOn, valueOf } from "../../support/acme-roster.ts";

const addition = {
  organizationId: "acme",
  workspaceId: "web",
  actor: { userId: "ada" },
  members: [
    { userId: "bo", role: "member" },
    { userId: "cy", role: "member" },
  ],
} as const;

describe("openTelemetryObserver", () => {
  it("writes a client span by the database conventions for each storage call, and one for the command", async () => {
    const { spans, tracer } = recorder();
    const observe = openTelemetryObserver({ system: "sqlite", tracer });

    valueOf(await rosterOn(await acmeStorage(), { observe }).addMembers(addition));

    expect(spans().map(({ name, kind, attributes }) => ({ name, kind, attributes }))).toEqual([
      {
        name: "load workspace_roster",
        kind: SpanKind.CLIENT,
        attributes: {
          "db.system.name": "sqlite",
          "db.operation.name": "load",
          "workspace_roster.organization.id": "acme",
          "workspace_roster.outcome": "done",
          "workspace_roster.items": 5,
        },
      },
      {
        name: "commit workspace_roster",
        kind: SpanKind.CLIENT,
        attributes: {
          "db.system.name": "sqlite",
          "db.operation.name": "commit",
          "db.operation.batch.size": 5,
          "workspace_roster.organization.id": "acme",
          "workspace_roster.outcome": "committed",
          "workspace_roster.items": 5,
        },
      },
      {
        name: "workspace_roster addMembers",
        kind: SpanKind.INTERNAL,
        attributes: {
          "workspace_roster.organization.id": "acme",
          "workspace_roster.command": "addMembers",
          "workspace_roster.preview": false,
          "workspace_roster.outcome": "done",
          "workspace_roster.attempts": 1,
          "workspace_roster.conflicts": 0,
          "workspace_roster.waited_ms": expect.any(Number) as number,
          "workspace_roster.items.added": 2,
          "workspace_roster.items.changed": 0,
          "workspace_roster.items.removed": 0,
          "workspace_roster.items.unchanged": 0,
          "workspace_roster.items.rejected": 0,
        },
      },
    ]);
  });

  it("sets the end and the duration of a span from the observation", () => {
    const { spans, tracer } = recorder();

    openTelemetryObserver({ system: "sqlite", tracer })({
      kind: "storage",
      name: "load",
      organizationId: null,
      outcome: "done",
      totalMs: 250,
      endedAt: Date.parse(now),
      items: 0,
    });

    const [span] = spans();
    expect(span?.endTime).toEqual([Date.parse(now) / 1_000 - 0.01, 10_000_000].map(Math.floor));
    expect(span?.duration).toEqual([0, 250_000_000]);
  });

  it("marks failures as errors, but not refusals", async () => {
    const { spans, tracer } = recorder();
    const observe = openTelemetryObserver({ system: "sqlite", tracer });
    const storage = await acmeStorage();
    const broken = { ...storage, load: () => errAsync(storageFailed("disk")) };

    const refused = await rosterOn(storage, { observe }).addMembers({
      ...addition,
      members: [{ userId: "nobody", role: "member" }],
    });
    const failed = await rosterOn(broken, { observe }).addMembers(addition);

    expect([refused.isErr(), failed.isErr()]).toEqual([true, true]);

    expect(spans().map(({ name, status, attributes }) => [name, status.code, attributes["error.type"]])).toEqual([
      ["load workspace_roster", SpanStatusCode.UNSET, undefined],
      ["workspace_roster addMembers", SpanStatusCode.UNSET, undefined],
      ["load workspace_roster", SpanStatusCode.ERROR, "storage_failed"],
      ["workspace_roster addMembers", SpanStatusCode.ERROR, "storage_failed"],
    ]);
  });

  it("does nothing without an SDK", async () => {
    const observe = openTelemetryObserver({ system: "sqlite" });

    expect((await rosterOn(await acmeStorage(), { observe }).addMembers(addition)).isOk()).toBe(true);
  });
});

function recorder() {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  return { spans: () => exporter.getFinishedSpans(), tracer: provider.getTracer("test") };
}
