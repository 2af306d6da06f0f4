import type { Need } from "../../application/ports/need.ts";
import type { ListPage, ListQuery, Position } from "../../application/ports/queries.ts";
import type { RosterStorage, StorageCallOptions } from "../../application/ports/roster-storage.ts";
import type { StorageError } from "../../application/ports/storage-error.ts";
import type { ResultAsync } from "neverthrow";
import { inByteOrder } from "../text/byte-order.ts";
import { sortedFacts, valueOf } from "../expectations.ts";
import { combinations } from "./combinations.ts";
import { answerNeed } from "./answer-need.ts";
import { type Found, listQuestions, type ListName, type QueryOf } from "./list-questions.ts";
import type { Question } from "./question.ts";
import type { Rows } from "./rows.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** How many questions are asked of one list of one organization, before its pages. */
const mostFilters = 40;

/** Every question about lists: each filter with each search, and the pages of each answer. */
export function askLists(
  rows: Rows,
  ask: Vocabulary,
  needs: readonly Need[],
  places?: readonly Position[],
): readonly Question[] {
  return (Object.keys(listQuestions) as ListName[]).flatMap((name) => askList(name, rows, ask, needs, places));
}

function askList<Name extends ListName>(
  name: Name,
  rows: Rows,
  ask: Vocabulary,
  needs: readonly Need[],
  places: readonly Position[] | undefined,
): readonly Question[] {
  const { filters, found } = listQuestions[name];
  const choices = { ...filters(ask), words: searches(ask.words) };
  return combinations<Partial<QueryOf<Name>>>(choices as never, mostFilters).flatMap((parts, index) => {
    const common: ListQuery = {
      organizationId: rows.organizationId,
      need: needs[index % needs.length] as Need,
      words: [],
      limit: 1,
      after: null,
    };
    const query = { ...common, ...parts } as QueryOf<Name>;
    const all = inByteOrder(
      found(rows, query).filter(({ record }) => matches(record.words, query.words)),
      ({ id, record }) => [record.nameKey, id],
    );
    return pagesOf(all, places).map((page) => listQuestion(name, rows, { ...query, ...page }, all));
  });
}

function searches(words: readonly string[]): readonly (readonly string[])[] {
  const beginnings = words.map((word) => [...word].slice(0, -1).join("")).filter((word) => word !== "");
  const single = [...new Set([...words, ...beginnings])].map((word) => [word]);
  const pairs = words.map((word, index) => [word, words[(index + 1) % words.length] ?? word]);
  return [[], ...single, ...pairs];
}

function matches(words: readonly string[], typed: readonly string[]): boolean {
  return typed.every((each) => words.some((word) => word.startsWith(each)));
}

type Page = Pick<ListQuery, "limit" | "after">;

/** One more than there are, one too few, and the rest after a row; with places, every limit and every place. */
function pagesOf(all: readonly Found<unknown>[], places: readonly Position[] | undefined): readonly Page[] {
  const count = all.length;
  const [first] = all.map(positionOf);
  const whole = { limit: count + 1, after: null };
  if (places === undefined) {
    if (first === undefined || count < 2) return [whole];
    return [whole, { limit: count - 1, after: null }, { limit: count - 1, after: first }];
  }
  const limits = [...new Set([1, 2, count - 1, count, count + 1])].filter((limit) => limit > 0);
  const after = [...all.map(positionOf), ...places];
  return [
    ...limits.map((limit) => ({ limit, after: null })),
    ...after.map((each, index) => ({ limit: index % 2 === 0 ? count + 1 : 1, after: each })),
  ];
}

function positionOf({ id, record }: Found<unknown>): Position {
  return { nameKey: record.nameKey, id };
}

type Ask = (query: ListQuery, options: StorageCallOptions) => ResultAsync<ListPage<unknown>, StorageError>;

function listQuestion(name: ListName, rows: Rows, query: ListQuery, all: readonly Found<unknown>[]): Question {
  const { after, limit, need } = query;
  const behind = after === null ? all : all.filter((each) => isBehind(positionOf(each), after));
  const expected = behind.slice(0, limit).map(({ row }) => row);
  return {
    asks: { [`read.${name}`]: query },
    async answers(storage: RosterStorage) {
      // The lists differ only in the types of their queries and rows.
      const page = await valueOf((storage.read as unknown as Record<ListName, Ask>)[name](query, {}));
      return {
        actual: { ...page, facts: sortedFacts(page.facts) },
        expected: { facts: answerNeed(rows, need, page.facts), rows: expected },
      };
    },
  };
}

function isBehind(position: Position, after: Position): boolean {
  if (position.nameKey === after.nameKey && position.id === after.id) return false;
  const [first] = inByteOrder([position, after], ({ nameKey, id }) => [nameKey, id]);
  return first === after;
}
