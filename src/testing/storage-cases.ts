import { abortCases } from "./cases/abort/abort-cases.ts";
import { anomaliesCases } from "./cases/anomalies/anomalies-cases.ts";
import { chunksCases } from "./cases/chunks/chunks-cases.ts";
import { answersCases } from "./cases/answers.ts";
import { closingCases } from "./cases/closing.ts";
import { commitCases } from "./cases/commit/commit-cases.ts";
import { eventsCases } from "./cases/events/events-cases.ts";
import { fidelityCases } from "./cases/fidelity/fidelity-cases.ts";
import { isolationCases } from "./cases/isolation/isolation-cases.ts";
import { largeCases } from "./cases/large/large-cases.ts";
import { lifecycleCases } from "./cases/lifecycle.ts";
import { limitsCases } from "./cases/limits.ts";
import { listsCases } from "./cases/lists/lists-cases.ts";
import { loadCases } from "./cases/load/load-cases.ts";
import { pruneCases } from "./cases/prune/prune-cases.ts";
import { questionsCases } from "./cases/questions/questions-cases.ts";
import { racesCases } from "./cases/races/races-cases.ts";
import { stalenessCases } from "./cases/staleness/staleness-cases.ts";
import { statementsCases } from "./cases/statements/statements-cases.ts";
import { storesCases } from "./cases/stores.ts";
import { historyCases, type HistoryOptions } from "./histories/history-cases.ts";
import type { StorageCase } from "./storage-case.ts";

/** From simple to hard, so that the first failures of a new adapter are the ones to look at first. */
const namedCases: readonly StorageCase[] = [
  ...answersCases,
  ...storesCases,
  ...loadCases,
  ...commitCases,
  ...listsCases,
  ...eventsCases,
  ...fidelityCases,
  ...questionsCases,
  ...pruneCases,
  ...stalenessCases,
  ...isolationCases,
  ...statementsCases,
  ...abortCases,
  ...lifecycleCases,
  ...closingCases,
  ...racesCases,
  ...limitsCases,
  ...anomaliesCases,
  ...chunksCases,
  ...largeCases,
];

/**
 * Returns every promise of the storage port as a named case that needs no test runner. Give each case to your runner as
 * one test.
 *
 * `options` sets the number and the seed of the random histories. The other cases are always the same.
 */
export function storageContract(options: HistoryOptions = {}): readonly StorageCase[] {
  return [...namedCases, ...historyCases(options)];
}

/** The contract with the default options of the random histories: the same cases in every run. */
export const storageCases: readonly StorageCase[] = storageContract();
