import { err, ok, type Result, type ResultAsync } from "neverthrow";
import type { Page } from "workspace-roster";

/** The most items that one page can have. */
export const maxPageSize = 500;

/** Reads a list from its first page to its last. */
export async function allItems<Item, Failure>(
  readPage: (after: string | null) => ResultAsync<Page<Item>, Failure>,
): Promise<Result<readonly Item[], Failure>> {
  const items: Item[] = [];
  let after: string | null = null;
  do {
    const page: Result<Page<Item>, Failure> = await readPage(after);
    if (page.isErr()) return err(page.error);
    items.push(...page.value.items);
    after = page.value.next;
  } while (after !== null);
  return ok(items);
}
