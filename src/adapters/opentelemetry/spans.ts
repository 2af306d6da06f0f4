import { SpanKind } from "@opentelemetry/api";
import type { CommandObservation, StorageObservation } from "../../application/ports/observer.ts";
import type { Span } from "./write-span.ts";

const failures = new Set([
  "contention",
  "outcome_unknown",
  "storage_unavailable",
  "storage_failed",
  "storage_schema_mismatch",
]);

export function commandSpan(observation: CommandObservation): Span {
  const { name, organizationId, outcome, items } = observation;
  return {
    name: `workspace_roster ${name}`,
    kind: SpanKind.INTERNAL,
    attributes: {
      ...(organizationId === null ? {} : { "workspace_roster.organization.id": organizationId }),
      "workspace_roster.command": name,
      "workspace_roster.preview": observation.isPreview,
      "workspace_roster.outcome": outcome,
      "workspace_roster.attempts": observation.attempts,
      "workspace_roster.conflicts": observation.conflicts,
      "workspace_roster.waited_ms": observation.waitedMs,
      "workspace_roster.items.added": items.added,
      "workspace_roster.items.changed": items.changed,
      "workspace_roster.items.removed": items.removed,
      "workspace_roster.items.unchanged": items.unchanged,
      "workspace_roster.items.rejected": items.rejected,
    },
    failure: failures.has(outcome) ? outcome : null,
  };
}

const answers = new Set(["done", "committed", "replay", "conflict"]);

/** Follows the semantic conventions for database client spans. The name is `{db.operation.name} {target}`; the target is the roster. */
export function storageSpan({ name, organizationId, outcome, items }: StorageObservation, system: string): Span {
  return {
    name: `${name} workspace_roster`,
    kind: SpanKind.CLIENT,
    attributes: {
      "db.system.name": system,
      "db.operation.name": name,
      // The conventions do not count a single item as a batch.
      ...(name === "commit" && items > 1 ? { "db.operation.batch.size": items } : {}),
      ...(organizationId === null ? {} : { "workspace_roster.organization.id": organizationId }),
      "workspace_roster.outcome": outcome,
      "workspace_roster.items": items,
    },
    failure: answers.has(outcome) ? null : outcome,
  };
}
