import { z } from "zod";
import type { UserId } from "../../domain/shared/ids.ts";
import { duplicateUser, type DuplicateUser } from "../../domain/shared/duplicate-user.ts";
import { emptyBatch, type EmptyBatch } from "../../domain/shared/empty-batch.ts";
import { tooManyMembers, type TooManyMembers } from "../../domain/shared/too-many-members.ts";
import { refuse } from "./parse-input.ts";

/** The refusals that a batch meets before storage is touched (rule M2). */
export type BatchRefusal = EmptyBatch | TooManyMembers | DuplicateUser;

/** An array of 1 to `largest` items, each about another user. Its length is judged before an item is looked at. */
export function batchOf<Item extends { readonly userId: UserId }>(
  item: z.ZodType<Item>,
  largest: number,
): z.ZodType<readonly Item[]> {
  return z
    .unknown()
    .transform((value, ctx) => {
      if (!Array.isArray(value)) {
        ctx.addIssue({ code: "custom", message: "must be an array" });
        return z.NEVER;
      }
      const { length } = value;
      if (length === 0) ctx.addIssue(refuse(emptyBatch()));
      else if (length > largest) ctx.addIssue(refuse(tooManyMembers(largest, length)));
      else return Array.from({ length }, (_, index): unknown => value[index]);
      return z.NEVER;
    })
    .pipe(z.array(item))
    .superRefine((items, ctx) => {
      const repeated = repeatedUsers(items);
      if (repeated.length > 0) ctx.addIssue(refuse(duplicateUser(repeated)));
    });
}

function repeatedUsers(items: readonly { readonly userId: UserId }[]): readonly UserId[] {
  const seen = new Set<UserId>();
  const repeated = new Set<UserId>();
  for (const { userId } of items) {
    if (seen.has(userId)) repeated.add(userId);
    seen.add(userId);
  }
  return [...repeated];
}
