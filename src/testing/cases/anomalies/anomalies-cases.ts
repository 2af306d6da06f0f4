import type { StorageCase } from "../../storage-case.ts";
import { batchesCases } from "./batches.ts";
import { cascadeCases } from "./cascade.ts";
import { keysCases } from "./keys.ts";
import { lostAnswersCases } from "./lost-answers.ts";
import { phantomsCases } from "./phantoms.ts";
import { readsCases } from "./reads.ts";
import { revisionsCases } from "./revisions.ts";
import { updatesCases } from "./updates.ts";

export const anomaliesCases: readonly StorageCase[] = [
  ...updatesCases,
  ...phantomsCases,
  ...cascadeCases,
  ...keysCases,
  ...batchesCases,
  ...lostAnswersCases,
  ...revisionsCases,
  ...readsCases,
];
