import type { StorageCase } from "../../storage-case.ts";
import { afterwardsCases } from "./afterwards.ts";
import { beforeStartCases } from "./before-start.ts";
import { midwayCases } from "./midway.ts";
import { stalledCases } from "./stalled.ts";

export const abortCases: readonly StorageCase[] = [
  ...beforeStartCases,
  ...midwayCases,
  ...afterwardsCases,
  ...stalledCases,
];
