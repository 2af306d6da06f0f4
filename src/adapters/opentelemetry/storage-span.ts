import { SpanKind } from "@opentelemetry/api";
import type { StorageObservation } from "../../application/ports/observer.ts";
import type { Span } from "./write-span.ts";

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
