import { brokenAnswers } from "./answers.ts";
import { brokenBatches } from "./atomic.ts";
import type { BrokenStorage } from "./broken-storage.ts";
import { brokenChunks } from "./chunks.ts";
import { brokenCommands } from "./command.ts";
import { brokenCopies } from "./copies.ts";
import { brokenEqualRows } from "./equal-rows.ts";
import { brokenEvents } from "./events.ts";
import { brokenFirstAdmins } from "./first-admin.ts";
import { brokenGuards } from "./guard.ts";
import { brokenLargest } from "./largest.ts";
import { brokenLimits } from "./limits.ts";
import { brokenLists } from "./lists.ts";
import { brokenLoads } from "./load.ts";
import { brokenLimitsOfTheirOwn } from "./many.ts";
import { brokenLengths } from "./lengths.ts";
import { brokenManyKeys } from "./many-keys.ts";
import { brokenLookAlikeTexts } from "./look-alike-texts.ts";
import { brokenMidway } from "./midway.ts";
import { brokenStaleAnswers } from "./stale-answers.ts";
import { brokenFields } from "./stale-fields.ts";
import { brokenNeighbors } from "./neighbors.ts";
import { brokenPages } from "./pages.ts";
import { brokenPlainWords } from "./plain-words.ts";
import { brokenReserved } from "./reserved.ts";
import { brokenLives } from "./lives.ts";
import { brokenSignals } from "./signals.ts";
import { brokenStalls } from "./stalls.ts";
import { brokenQuestions } from "./questions.ts";
import { brokenTenants } from "./tenants.ts";
import { brokenNumbers } from "./numbers.ts";
import { brokenOldCommands } from "./old-commands.ts";
import { brokenTimes } from "./times.ts";
import { brokenTexts } from "./text.ts";
import { brokenSnapshots } from "./torn.ts";
import { brokenNeeds } from "./need-questions.ts";
import { brokenOutcomes } from "./unknown.ts";

export const brokenStorages: readonly BrokenStorage[] = [
  ...brokenAnswers,
  ...brokenGuards,
  ...brokenCommands,
  ...brokenBatches,
  ...brokenOutcomes,
  ...brokenEvents,
  ...brokenLoads,
  ...brokenFirstAdmins,
  ...brokenLists,
  ...brokenTexts,
  ...brokenCopies,
  ...brokenLimits,
  ...brokenLimitsOfTheirOwn,
  ...brokenTenants,
  ...brokenPages,
  ...brokenMidway,
  ...brokenSignals,
  ...brokenLives,
  ...brokenStalls,
  ...brokenLengths,
  ...brokenChunks,
  ...brokenEqualRows,
  ...brokenManyKeys,
  ...brokenReserved,
  ...brokenLookAlikeTexts,
  ...brokenPlainWords,
  ...brokenLargest,
  ...brokenSnapshots,
  ...brokenFields,
  ...brokenStaleAnswers,
  ...brokenTimes,
  ...brokenNumbers,
  ...brokenOldCommands,
  ...brokenNeighbors,
  ...brokenQuestions,
  ...brokenNeeds,
];
