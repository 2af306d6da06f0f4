import type { StorageCase } from "../../storage-case.ts";
import { atomicityCases } from "./atomicity.ts";
import { commandCases } from "./command.ts";
import { expectedRowsCases } from "./expected-rows.ts";
import { guardTimesCases } from "./guard-times.ts";
import { guardCases } from "./guard.ts";
import { namesCases } from "./names.ts";
import { unknownOutcomeCases } from "./unknown-outcome.ts";
import { writesCases } from "./writes.ts";
import { equalRowsCases } from "./equal-rows.ts";

export const commitCases: readonly StorageCase[] = [
  ...guardCases,
  ...guardTimesCases,
  ...commandCases,
  ...expectedRowsCases,
  ...writesCases,
  ...namesCases,
  ...atomicityCases,
  ...unknownOutcomeCases,
  ...equalRowsCases,
];
