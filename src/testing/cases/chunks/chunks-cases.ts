import type { StorageCase } from "../../storage-case.ts";
import { cutOffCases } from "./cut-off.ts";
import { seenWholeCases } from "./seen-whole.ts";
import { storedRowsCases } from "./stored-rows.ts";
import { wrongRowCases } from "./wrong-row.ts";

/** Batches that a store may cut into parts, because a request of its own takes fewer rows. */
export const chunksCases: readonly StorageCase[] = [
  ...storedRowsCases,
  ...wrongRowCases,
  ...cutOffCases,
  ...seenWholeCases,
];
