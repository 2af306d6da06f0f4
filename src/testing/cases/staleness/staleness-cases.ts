import type { StorageCase } from "../../storage-case.ts";
import { changedFieldsCases } from "./changed-fields.ts";
import { changedRowsCases } from "./changed-rows.ts";
import { manyCommandsCases } from "./many-commands.ts";
import { notCommittedCases } from "./not-committed.ts";
import { numbersCases } from "./numbers.ts";
import { openReadsCases } from "./open-reads.ts";
import { recordedCases } from "./recorded.ts";
import { timesCases } from "./times.ts";

export const stalenessCases: readonly StorageCase[] = [
  ...changedFieldsCases,
  ...changedRowsCases,
  ...recordedCases,
  ...notCommittedCases,
  ...openReadsCases,
  ...timesCases,
  ...numbersCases,
  ...manyCommandsCases,
];
