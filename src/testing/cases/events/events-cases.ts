import type { StorageCase } from "../../storage-case.ts";
import { feedCases } from "./feed.ts";
import { filtersCases } from "./filters.ts";

export const eventsCases: readonly StorageCase[] = [...feedCases, ...filtersCases];
