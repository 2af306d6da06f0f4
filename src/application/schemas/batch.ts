import { z } from "zod";
import type { UserId } from "../../domain/values/ids.ts";
import { duplicateUser, type DuplicateUser } from "../../domain/values/duplicate-user.ts";
import { emptyBatch, type EmptyBatch } from "../../domain/values/empty-batch.ts";
import { tooManyMembers, type TooManyMembers } from "../../domain/values/too-many-members.ts";
import { copiedArray } from "./bounded-array.ts";
import { userId } from "./fields.ts";
import { refuse } from "./parse-input.ts";

/** The refusals of an invalid batch, before the storage is called (rule M2). */
export type BatchRefusal = EmptyBatch | TooManyMembers | DuplicateUser;

/** 1 to `maxSize` items, each about a different user. The length is checked before any item is read. */
export function batchOf<Item extends { readonly userId: UserId }, Input>(
  item: z.ZodType<Item, Input>,
  maxSize: number,
): z.ZodType<readonly Item[], readonly Input[]> {
  return distinctBatch(item, maxSize, ({ userId }) => userId);
}

/** 1 to `maxSize` different user ids. */
export function batchOfUsers(maxSize: number): z.ZodType<readonly UserId[], readonly string[]> {
  return distinctBatch(userId, maxSize, (id) => id);
}

function distinctBatch<Item, Input>(
  item: z.ZodType<Item, Input>,
  maxSize: number,
  userOf: (item: Item) => UserId,
): z.ZodType<readonly Item[], readonly Input[]> {
  return copiedArray<Input>((length) => {
    if (length === 0) return refuse(emptyBatch());
    return length > maxSize ? refuse(tooManyMembers(maxSize, length)) : null;
  })
    .pipe(z.array(item))
    .superRefine((items, ctx) => {
      const repeated = repeatedUsers(items.map(userOf));
      if (repeated.length > 0) ctx.addIssue(refuse(duplicateUser(repeated)));
    });
}

function repeatedUsers(userIds: readonly UserId[]): readonly UserId[] {
  const seen = new Set<UserId>();
  const repeated = new Set<UserId>();
  for (const id of userIds) {
    if (seen.has(id)) repeated.add(id);
    seen.add(id);
  }
  return [...repeated];
}
