import type { Need } from "../../application/ports/need.ts";
import type { EventsQuery } from "../../application/ports/queries.ts";
import type { RosterEvent } from "../../domain/facts/event.ts";
import { sortedFacts, valueOf } from "../expectations.ts";
import { answerNeed } from "./answer-need.ts";
import { type Choices, combinations } from "./combinations.ts";
import type { Question } from "./question.ts";
import type { Rows } from "./rows.ts";
import type { Vocabulary } from "./vocabulary.ts";

type Filters = Omit<EventsQuery, "need">;

const mostOfAPattern = 16;

/** A filter of events that is not declared here does not compile. */
function choicesFor({ users, workspaces, operations }: Vocabulary): Choices<Filters> {
  return { workspaceId: workspaces, userId: users, operationId: operations };
}

/** How each filter is judged, by plain comparison. */
const passes: { readonly [Filter in keyof Filters]: (event: RosterEvent, value: Filters[Filter]) => boolean } = {
  workspaceId: (event, value) => value === null || ("workspaceId" in event && event.workspaceId === value),
  userId: (event, value) => value === null || ("userId" in event && event.userId === value),
  operationId: (event, value) => value === null || event.operationId === value,
};

/** Every question about events: each set of filters, and the pages of each answer. */
export function askEvents(rows: Rows, ask: Vocabulary, needs: readonly Need[]): readonly Question[] {
  const choices = choicesFor(ask);
  const patterns = combinations({ workspaceId: [true, false], userId: [true, false], operationId: [true, false] }, 8);
  const queries = patterns.flatMap((pattern) =>
    combinations<Filters>(
      {
        workspaceId: pattern.workspaceId ? choices.workspaceId : [null],
        userId: pattern.userId ? choices.userId : [null],
        operationId: pattern.operationId ? choices.operationId : [null],
      },
      mostOfAPattern,
    ),
  );
  return queries.flatMap((filters, index) => {
    const all = rows.events.filter(
      (event) =>
        passes.workspaceId(event, filters.workspaceId) &&
        passes.userId(event, filters.userId) &&
        passes.operationId(event, filters.operationId),
    );
    const query = { ...filters, need: needs[index % needs.length] as Need };
    return pagesOf(all).map(({ after, limit }) => eventsQuestion(rows, after, limit, query, all));
  });
}

function pagesOf(all: readonly RosterEvent[]): readonly { readonly after: number; readonly limit: number }[] {
  const whole = { after: 0, limit: all.length + 1 };
  const [first] = all;
  if (first === undefined || all.length < 2) return [whole];
  return [whole, { after: 0, limit: all.length - 1 }, { after: first.sequence, limit: all.length - 1 }];
}

function eventsQuestion(
  rows: Rows,
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
