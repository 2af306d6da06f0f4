import type { Result } from "neverthrow";
import { z } from "zod";
import type { ProfileChange, UpdateProfiles } from "../../domain/decisions/update-profiles.ts";
import type { InvalidInput } from "../errors.ts";
import { batchOf, type BatchRefusal } from "./batch-schema.ts";
import type { Door } from "./door.ts";
import { actorFields, email, mode, name, userId } from "./fields.ts";
import { parseInput } from "./parse-input.ts";

const change: z.ZodType<ProfileChange> = z
  .strictObject({ userId, displayName: name.optional(), email: email.nullish() })
  .transform(({ displayName, email: changed, ...user }) => ({ ...user, displayName, email: changed }));

export function updateProfilesParser({
  largestBatch,
}: Door): (input: unknown) => Result<UpdateProfiles, InvalidInput | BatchRefusal> {
  const schema: z.ZodType<UpdateProfiles> = z.strictObject({
    ...actorFields,
    members: batchOf(change, largestBatch),
    mode,
  });
  return (input) => parseInput(schema, input);
}
