import { need } from "../../application/ports/need.ts";
import type { ListPage, ListQuery } from "../../application/ports/queries.ts";
import type { RosterStorage, StorageCallOptions } from "../../application/ports/roster-storage.ts";
import type { StorageError } from "../../application/ports/storage-error.ts";
import type { ResultAsync } from "neverthrow";
import { sortedFacts, valueOf } from "../expectations.ts";
import { type Choices, combinationsOfFilters } from "./combinations.ts";
import { pageOf, positionOf, wholeList } from "./answer-list.ts";
import { answerNeed } from "./answer-need.ts";
import { type Found, listQuestions, type ListName } from "./list-questions.ts";
import type { Asked, Question } from "./question.ts";
import type { OrganizationRows } from "./rows.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Every question about lists: each filter with each search, and the pages of each answer. */
export function askLists(about: Asked): readonly Question[] {
  return (Object.keys(listQuestions) as ListName[]).flatMap((name) => askList(name, about));
}

function askList(name: ListName, about: Asked): readonly Question[] {
  const { rows, ask, needs, most } = about;
  const filters = listQuestions[name].filters as (ask: Vocabulary) => Choices<object>;
  const asked = searches(ask.words).flatMap((words) =>
    combinationsOfFilters<Pick<ListQuery, "words">>({ ...filters(ask), words }, most),
  );
  return asked.flatMap((parts, index) => {
    const query: ListQuery = {
      organizationId: rows.organizationId,
      need: needs[index % needs.length] ?? need({}),
      limit: 1,
      after: null,
      ...parts,
    };
    const all = wholeList(name, rows, query);
    return pagesOf(all, about).map((page) => listQuestion(name, rows, { ...query, ...page }, all));
  });
}

/** No word, one word or the beginning of one, two words, and three to five. */
function searches(words: readonly string[]): readonly (readonly (readonly string[])[])[] {
  const beginnings = words.map((word) => Array.from(word).slice(0, -1).join("")).filter((word) => word !== "");
  const inOrder = words.map((word, index) => [word, words[(index + 1) % words.length] ?? word]);
  const pairs = [...inOrder, ...inOrder.slice(0, 1).map((pair) => pair.toReversed())];
  const more = [0, 1].flatMap((start) => [3, 4, 5].map((count) => words.slice(start, start + count)));
  return [[[]], [...new Set([...words, ...beginnings])].map((word) => [word]), pairs, more];
}

type Page = Pick<ListQuery, "limit" | "after">;

/** A page of more rows than this is not asked for: it shows nothing that a smaller one does not. */
const mostRows = 60;

/** One more than there are, one too few, and the rest after a row; with places, every limit and every place. */
function pagesOf(all: readonly Found<unknown>[], { places, wholeOnly }: Asked): readonly Page[] {
  const count = all.length;
  const positions = all.map(positionOf);
  const [first] = positions;
  if (count > mostRows) {
    return [
      { limit: mostRows, after: null },
      { limit: mostRows, after: positions.at(-3) ?? null },
    ];
  }
  if (places !== undefined) {
    const limits = [...new Set([1, 2, count - 1, count, count + 1])].filter((limit) => limit > 0);
    return [
      ...limits.map((limit) => ({ limit, after: null })),
      ...[...positions, ...places].map((after, index) => ({ limit: index % 2 === 0 ? count + 1 : 1, after })),
    ];
  }
  const whole = { limit: count + 1, after: null };
  if (wholeOnly || first === undefined || count < 2) return [whole];
  return [whole, { limit: count - 1, after: null }, { limit: count, after: first }];
}

type Ask = (query: ListQuery, options: StorageCallOptions) => ResultAsync<ListPage<unknown>, StorageError>;

function listQuestion(
  name: ListName,
  rows: OrganizationRows,
  query: ListQuery,
  all: readonly Found<unknown>[],
): Question {
  const expected = pageOf(all, query);
  return {
    asks: { [`read.${name}`]: query },
    async answers(storage: RosterStorage) {
      // The lists differ only in the types of their queries and rows.
      const page = await valueOf((storage.read as unknown as Record<ListName, Ask>)[name](query, {}));
      return {
        actual: { ...page, facts: sortedFacts(page.facts) },
        expected: { facts: answerNeed(rows, query.need, page.facts), rows: expected },
      };
    },
  };
}
