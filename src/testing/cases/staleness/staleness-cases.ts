import type { StorageCase } from "../../storage-case.ts";
import { changedFieldsCases } from "./changed-fields.ts";
import { changedRowsCases } from "./changed-rows.ts";
import { notCommittedCases } from "./not-committed.ts";
import { openReadsCases } from "./open-reads.ts";
import { recordedCases } from "./recorded.ts";

export const stalenessCases: readonly StorageCase[] = [
  ...changedFieldsCases,
  ...changedRowsCases,
  ...recordedCases,
  ...notCommittedCases,
  ...openReadsCases,
];
