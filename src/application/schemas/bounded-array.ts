import { z } from "zod";

/** An array, copied once. Its length is checked before any item is read; `judge` returns the issue, or null. */
export function copiedArray<Input>(
  judge: (length: number) => Parameters<z.RefinementCtx["addIssue"]>[0] | null,
): z.ZodType<unknown[], readonly Input[]> {
  const copied = z.unknown().transform((value, ctx) => {
    const length = Array.isArray(value) ? lengthOf(value) : null;
    if (length === null) {
      ctx.addIssue({ code: "custom", message: "must be an array" });
      return z.NEVER;
    }
    const issue = judge(length);
    if (issue === null) return Array.from({ length }, (_, index) => (value as unknown[])[index]);
    ctx.addIssue(issue);
    return z.NEVER;
  });
  return copied as z.ZodType<unknown[]> as z.ZodType<unknown[], readonly Input[]>;
}

/** The length, read once; null if a proxy returns one that no array can have. */
function lengthOf(array: readonly unknown[]): number | null {
  const { length } = array;
  return length === Infinity || (Number.isSafeInteger(length) && length >= 0) ? length : null;
}

/** 1 to `maxItems` items. */
export function boundedArray<Item, Input>(
  item: z.ZodType<Item, Input>,
  maxItems: number,
): z.ZodType<readonly Item[], readonly Input[]> {
  const message = `must have 1 to ${maxItems} items`;
  return copiedArray<Input>((length) => (length >= 1 && length <= maxItems ? null : { code: "custom", message })).pipe(
    z.array(item),
  );
}
