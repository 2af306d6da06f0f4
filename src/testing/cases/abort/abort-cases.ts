import type { StorageCase } from "../../storage-case.ts";
import { beforeStartCases } from "./before-start.ts";
import { midwayCases } from "./midway.ts";

export const abortCases: readonly StorageCase[] = [...beforeStartCases, ...midwayCases];
