import { type Facts, need, type Need } from "../../application/ports/need.ts";
import type { EventsQuery, ListPage } from "../../application/ports/queries.ts";
import type { RosterStorage, StorageCallOptions } from "../../application/ports/roster-storage.ts";
import type { StorageError } from "../../application/ports/storage-error.ts";
import type { ResultAsync } from "neverthrow";
import type { OrganizationId } from "../../domain/values/ids.ts";
import { eventsQuery } from "../builders/queries.ts";
import { factsWith, sortedFacts, valueOf } from "../expectations.ts";
import { wholeFeed } from "./answer-events.ts";
import { pageOf, wholeList } from "./answer-list.ts";
import { answerNeed } from "./answer-need.ts";
import type { QueryOf } from "./list-questions.ts";
import type { Rows } from "./rows.ts";

/** One question to a storage, and the right answer to it. */
export interface View {
  readonly name: string;
  readonly ask: (storage: RosterStorage) => Promise<unknown>;
  readonly answer: (rows: Rows) => ListPage<unknown>;
  /** The part of the answer that tells this question from the others, as a text. Without the guard, which all show. */
  readonly subject: (rows: Rows) => string;
}

export function loadView(organizationId: OrganizationId, parts: Partial<Need>): View {
  return view(`load of ${JSON.stringify(parts)}`, {
    isAboutFacts: true,
    ask: async (storage) => ({ facts: await valueOf(storage.load(organizationId, need(parts), {})), rows: [] }),
    answer: (rows) => ({ facts: factsIn(rows, need(parts)), rows: [] }),
  });
}

export function listView<Name extends keyof RosterStorage["read"]>(name: Name, query: QueryOf<Name>): View {
  return view(`${name} of ${JSON.stringify(query)}`, {
    isAboutFacts: query.need.members.length > 0,
    ask({ read }) {
      // Each list has its own types of query and rows.
      const list = read[name] as (asked: typeof query, options: StorageCallOptions) => Answer;
      return valueOf(list(query, {}));
    },
    answer: (rows) => ({ facts: factsIn(rows, query.need), rows: pageOf(wholeList(name, rows, query), query) }),
  });
}

export function eventsView(
  organizationId: OrganizationId,
  parts: Partial<EventsQuery>,
  { after = 0, limit = 200 } = {},
): View {
  const query = eventsQuery(parts);
  return view(`events after ${after} of ${JSON.stringify(query)}`, {
    isAboutFacts: query.need.members.length > 0,
    ask: (storage) => valueOf(storage.events(organizationId, after, limit, query)),
    answer: (rows) => ({
      facts: factsIn(rows, query.need),
      rows: wholeFeed(rows, query)
        .filter(({ sequence }) => sequence > after)
        .slice(0, limit),
    }),
  });
}

/** Each need here has one possible answer, so no answer of a store decides between several. */
function factsIn(rows: Rows, asked: Need): Facts {
  return answerNeed(rows, asked, factsWith({}));
}

type Answer = ResultAsync<ListPage<unknown>, StorageError>;

interface Question {
  /** Whether the facts tell this question from the others. They come with every answer. */
  readonly isAboutFacts: boolean;
  readonly ask: (storage: RosterStorage) => Promise<ListPage<unknown>>;
  readonly answer: (rows: Rows) => ListPage<unknown>;
}

function view(name: string, { isAboutFacts, ask, answer }: Question): View {
  return {
    name,
    async ask(storage) {
      const { facts, rows } = await ask(storage);
      return { facts: sortedFacts(facts), rows };
    },
    answer,
    subject(before) {
      const { facts, rows } = answer(before);
      const { revision: _, lastSequence: __, lastAt: ___, ...others } = facts;
      return JSON.stringify(isAboutFacts ? [others, rows] : rows);
    },
  };
}
