import type { StorageCase } from "../../storage-case.ts";
import { handlesCases } from "./handles.ts";
import { writersCases } from "./writers.ts";

export const racesCases: readonly StorageCase[] = [...writersCases, ...handlesCases];
