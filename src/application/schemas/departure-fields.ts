import { z } from "zod";
import type { SuccessionTerms } from "../../domain/authority/succession.ts";
import { optional, userId } from "./fields.ts";

const successor = optional(userId).transform((named): SuccessionTerms["successor"] => named);

export const lastAdmin = z.enum(["refuse", "allow"], { error: "must be refuse or allow" }).default("refuse");

/** What the departure of members leaves behind (rules O2, O4). */
export const departureFields = {
  successor,
  orphans: z.enum(["refuse", "archive"], { error: "must be refuse or archive" }).default("refuse"),
  lastAdmin,
};
