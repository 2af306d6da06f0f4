import type { EventsQuery } from "../../../application/ports/queries.ts";
import type { RosterStorage } from "../../../application/ports/roster-storage.ts";
import type { RosterEvent } from "../../../domain/facts/event.ts";
import type { OrganizationId } from "../../../domain/values/ids.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { eventsQuery } from "../../builders/queries.ts";
import { memberAdded, organizationCreated, workspaceCreated, workspaceMemberAdded } from "../../builders/new-events.ts";
import { organizationId } from "../../builders/ids.ts";
import { valueOf } from "../../expectations.ts";
import type { OpenStore } from "../../harness.ts";

export const acme = organizationId("acme");

export async function eventsOf(
  storage: RosterStorage,
  {
    after = 0,
    limit = 100,
    query = {},
    of = acme,
  }: { after?: number; limit?: number; query?: Partial<EventsQuery>; of?: OrganizationId } = {},
): Promise<readonly RosterEvent[]> {
  return (await valueOf(storage.events(of, after, limit, eventsQuery(query)))).rows;
}

export const sequencesOf = (events: readonly RosterEvent[]) => events.map(({ sequence }) => sequence);

/** Three commits; 10 events. */
export async function fill({ storage }: OpenStore): Promise<readonly RosterEvent[]> {
  const writer = batchBuilder(storage);
  const batches = [
    await writer.create({
      newEvents: [organizationCreated("Acme"), memberAdded("ada"), memberAdded("bo"), memberAdded("cy")],
    }),
    await writer.commit({ newEvents: [workspaceCreated("lab"), workspaceMemberAdded("lab", "ada")] }),
    await writer.commit({
      newEvents: [
        workspaceCreated("shop"),
        workspaceMemberAdded("shop", "ada"),
        workspaceMemberAdded("lab", "bo"),
        workspaceMemberAdded("shop", "lab"),
      ],
    }),
  ];
  return batches.flatMap(({ events }) => events);
}
