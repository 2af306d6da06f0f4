import type { StorageCase } from "../../storage-case.ts";
import { batchesAndAnswersCases } from "./batches-and-answers.ts";
import { queriesCases } from "./queries.ts";

export const isolationCases: readonly StorageCase[] = [...batchesAndAnswersCases, ...queriesCases];
