import type { StorageCase } from "../../storage-case.ts";
import { batchesCases } from "./batches.ts";
import { manyRowsCases } from "./many-rows.ts";
import { wholeBatchesCases } from "./whole-batches.ts";

export const largeCases: readonly StorageCase[] = [...batchesCases, ...manyRowsCases, ...wholeBatchesCases];
