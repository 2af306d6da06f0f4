import { brokenBatches } from "./atomic.ts";
import type { BrokenStorage } from "./broken-storage.ts";
import { brokenCommands } from "./command.ts";
import { brokenCopies } from "./copies.ts";
import { brokenEvents } from "./events.ts";
import { brokenGuards } from "./guard.ts";
import { brokenLimits } from "./limits.ts";
import { brokenLists } from "./lists.ts";
import { brokenLoads } from "./load.ts";
import { brokenLimitsOfTheirOwn } from "./many.ts";
import { brokenLengths } from "./lengths.ts";
import { brokenMidway } from "./midway.ts";
import { brokenPages } from "./pages.ts";
import { brokenQuestions } from "./questions.ts";
import { brokenTenants } from "./tenants.ts";
import { brokenTexts } from "./text.ts";
import { brokenNeeds } from "./need-questions.ts";
import { brokenOutcomes } from "./unknown.ts";

export const brokenStorages: readonly BrokenStorage[] = [
  ...brokenGuards,
  ...brokenCommands,
  ...brokenBatches,
  ...brokenOutcomes,
  ...brokenEvents,
  ...brokenLoads,
  ...brokenLists,
  ...brokenTexts,
  ...brokenCopies,
  ...brokenLimits,
  ...brokenLimitsOfTheirOwn,
  ...brokenTenants,
  ...brokenPages,
  ...brokenMidway,
  ...brokenLengths,
  ...brokenQuestions,
  ...brokenNeeds,
];
