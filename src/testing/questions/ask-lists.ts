import { need } from "../../application/ports/need.ts";
import type { ListPage, ListQuery, Position } from "../../application/ports/queries.ts";
import type { RosterStorage, StorageCallOptions } from "../../application/ports/roster-storage.ts";
import type { StorageError } from "../../application/ports/storage-error.ts";
import type { ResultAsync } from "neverthrow";
import { inByteOrder } from "../text/byte-order.ts";
import { sortedFacts, valueOf } from "../expectations.ts";
import { type Choices, combinationsOfFilters } from "./combinations.ts";
import { answerNeed } from "./answer-need.ts";
import { type Found, listQuestions, type ListName } from "./list-questions.ts";
import type { Asked, Question } from "./question.ts";
import type { Rows } from "./rows.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Every question about lists: each filter with each search, and the pages of each answer. */
export function askLists(about: Asked): readonly Question[] {
  return (Object.keys(listQuestions) as ListName[]).flatMap((name) => askList(name, about));
}

/** A list without the types of its own filters: what follows is the same for all lists. */
interface AnyList {
  readonly filters: (ask: Vocabulary) => Choices<object>;
  readonly found: (rows: Rows, query: ListQuery) => readonly Found<unknown>[];
}

function askList(name: ListName, about: Asked): readonly Question[] {
  const { rows, ask, needs, most } = about;
  const { filters, found } = listQuestions[name] as unknown as AnyList;
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
    const all = inByteOrder(
      found(rows, query).filter(({ record }) => matches(record.words, query.words)),
      ({ id, record }) => [record.nameKey, id],
    );
    return pagesOf(all, about).map((page) => listQuestion(name, rows, { ...query, ...page }, all));
  });
}

/** No word, one word or the beginning of one, and two words. */
function searches(words: readonly string[]): readonly (readonly (readonly string[])[])[] {
  const beginnings = words.map((word) => Array.from(word).slice(0, -1).join("")).filter((word) => word !== "");
  const pairs = words.map((word, index) => [word, words[(index + 1) % words.length] ?? word]);
  return [[[]], [...new Set([...words, ...beginnings])].map((word) => [word]), pairs];
}

function matches(words: readonly string[], typed: readonly string[]): boolean {
  return typed.every((each) => words.some((word) => word.startsWith(each)));
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
