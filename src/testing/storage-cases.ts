import { abortMidwayCases } from "./cases/abort-midway.ts";
import { abortCases } from "./cases/abort.ts";
import { anomaliesBatchesCases } from "./cases/anomalies-batches.ts";
import { anomaliesCascadeCases } from "./cases/anomalies-cascade.ts";
import { anomaliesKeysCases } from "./cases/anomalies-keys.ts";
import { anomaliesLostAnswersCases } from "./cases/anomalies-lost-answers.ts";
import { anomaliesPhantomsCases } from "./cases/anomalies-phantoms.ts";
import { anomaliesReadsCases } from "./cases/anomalies-reads.ts";
import { anomaliesRevisionsCases } from "./cases/anomalies-revisions.ts";
import { anomaliesUpdatesCases } from "./cases/anomalies-updates.ts";
import { atomicityCases } from "./cases/atomicity.ts";
import { commitCommandCases } from "./cases/commit-command.ts";
import { commitGuardCases } from "./cases/commit-guard.ts";
import { commitMustCases } from "./cases/commit-must.ts";
import { commitNamesCases } from "./cases/commit-names.ts";
import { commitWritesCases } from "./cases/commit-writes.ts";
import { eventsFiltersCases } from "./cases/events-filters.ts";
import { eventsCases } from "./cases/events.ts";
import { fidelityFieldsCases } from "./cases/fidelity-fields.ts";
import { fidelityIdsCases } from "./cases/fidelity-ids.ts";
import { fidelityLengthsCases } from "./cases/fidelity-lengths.ts";
import { fidelityOrganizationsCases } from "./cases/fidelity-organizations.ts";
import { fidelityTextsCases } from "./cases/fidelity-texts.ts";
import { pruneCommandRecordsRacesCases } from "./cases/prune-command-records-races.ts";
import { pruneCommandRecordsCases } from "./cases/prune-command-records.ts";
import { isolationQuestionsCases } from "./cases/isolation-questions.ts";
import { isolationCases } from "./cases/isolation.ts";
import { largeWholeCases } from "./cases/large-whole.ts";
import { largeCases } from "./cases/large.ts";
import { lifecycleCases } from "./cases/lifecycle.ts";
import { limitsCases } from "./cases/limits.ts";
import { listFactsCases } from "./cases/list-facts.ts";
import { listOrderCases } from "./cases/list-order.ts";
import { listPagesCases } from "./cases/list-pages.ts";
import { listWordsCases } from "./cases/list-words.ts";
import { loadBesideCases } from "./cases/load-beside.ts";
import { loadBoundedCases } from "./cases/load-bounded.ts";
import { loadGrantsCases } from "./cases/load-grants.ts";
import { loadTogetherCases } from "./cases/load-together.ts";
import { loadCases } from "./cases/load.ts";
import { manyCases } from "./cases/many.ts";
import { pageFactsCases } from "./cases/page-facts.ts";
import { pagesUnderChangeCases } from "./cases/pages-under-change.ts";
import { peopleRowsCases } from "./cases/people-rows.ts";
import { raceHandlesCases } from "./cases/race-handles.ts";
import { raceCases } from "./cases/race.ts";
import { storesCases } from "./cases/stores.ts";
import { unknownCases } from "./cases/unknown.ts";
import { workspaceRowsCases } from "./cases/workspace-rows.ts";
import { historyCases, type HistoryOptions } from "./histories/history-cases.ts";
import type { StorageCase } from "./storage-case.ts";

const promises: readonly StorageCase[] = [
  ...storesCases,
  ...loadCases,
  ...loadBesideCases,
  ...loadBoundedCases,
  ...loadTogetherCases,
  ...loadGrantsCases,
  ...commitGuardCases,
  ...commitCommandCases,
  ...commitMustCases,
  ...commitWritesCases,
  ...commitNamesCases,
  ...atomicityCases,
  ...unknownCases,
  ...listOrderCases,
  ...listWordsCases,
  ...listPagesCases,
  ...peopleRowsCases,
  ...workspaceRowsCases,
  ...listFactsCases,
  ...pageFactsCases,
  ...eventsCases,
  ...eventsFiltersCases,
  ...fidelityIdsCases,
  ...fidelityOrganizationsCases,
  ...fidelityFieldsCases,
  ...fidelityTextsCases,
  ...fidelityLengthsCases,
  ...pruneCommandRecordsCases,
  ...pruneCommandRecordsRacesCases,
  ...isolationCases,
  ...isolationQuestionsCases,
  ...abortCases,
  ...abortMidwayCases,
  ...pagesUnderChangeCases,
  ...lifecycleCases,
  ...raceCases,
  ...raceHandlesCases,
  ...limitsCases,
  ...anomaliesUpdatesCases,
  ...anomaliesPhantomsCases,
  ...anomaliesCascadeCases,
  ...anomaliesKeysCases,
  ...anomaliesBatchesCases,
  ...anomaliesLostAnswersCases,
  ...anomaliesRevisionsCases,
  ...anomaliesReadsCases,
  ...largeCases,
  ...manyCases,
  ...largeWholeCases,
];

/** Everything that the storage port promises, as named cases without a test runner; `options` says how many random histories. */
export function storageContract(options: HistoryOptions = {}): readonly StorageCase[] {
  return [...promises, ...historyCases(options)];
}

/** The contract with its default number of random histories, always the same ones. */
export const storageCases: readonly StorageCase[] = storageContract();
