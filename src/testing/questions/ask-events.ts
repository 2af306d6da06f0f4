import { need } from "../../application/ports/need.ts";
import type { EventsQuery } from "../../application/ports/queries.ts";
import type { RosterEvent } from "../../domain/facts/event.ts";
import { sortedFacts, valueOf } from "../expectations.ts";
import { type EventFilters, wholeFeed } from "./answer-events.ts";
import { answerNeed } from "./answer-need.ts";
import { type Choices, combinationsOfFilters } from "./combinations.ts";
import type { Asked, Question } from "./question.ts";
import type { OrganizationRows } from "./rows.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A filter of events that is not declared here does not compile. */
function choicesFor({ users, workspaces, operations }: Vocabulary): Choices<EventFilters> {
  return { workspaceId: [null, ...workspaces], userId: [null, ...users], operationId: [null, ...operations] };
}

/** Every question about events: each set of filters, and the pages of each answer. */
export function askEvents({ rows, ask, needs, most, wholeOnly }: Asked): readonly Question[] {
  return combinationsOfFilters<EventFilters>(choicesFor(ask), most).flatMap((asked, index) => {
    const all = wholeFeed(rows, asked);
    const query = { ...asked, need: needs[index % needs.length] ?? need({}) };
    return pagesOf(all, wholeOnly).map(({ after, limit }) => eventsQuestion(rows, after, limit, query, all));
  });
}

/** A page of more events than this is not asked for: it shows nothing that a smaller one does not. */
const mostRows = 60;

function pagesOf(
  all: readonly RosterEvent[],
  wholeOnly: boolean,
): readonly { readonly after: number; readonly limit: number }[] {
  const whole = { after: 0, limit: all.length + 1 };
  const [first] = all;
  if (wholeOnly || first === undefined || all.length < 2) return [whole];
  if (all.length > mostRows) {
    return [
      { after: 0, limit: mostRows },
      { after: all.at(-3)?.sequence ?? 0, limit: mostRows },
    ];
  }
  return [whole, { after: 0, limit: all.length - 1 }, { after: first.sequence, limit: all.length }];
}

function eventsQuestion(
  rows: OrganizationRows,
  after: number,
  limit: number,
  query: EventsQuery,
  all: readonly RosterEvent[],
): Question {
  return {
    asks: { events: { organizationId: rows.organizationId, after, limit, query } },
    async answers(storage) {
      const page = await valueOf(storage.events(rows.organizationId, after, limit, query));
      return {
        actual: { ...page, facts: sortedFacts(page.facts) },
        expected: {
          facts: answerNeed(rows, query.need, page.facts),
          rows: all.filter(({ sequence }) => sequence > after).slice(0, limit),
        },
      };
    },
  };
}
