import type { StorageCase } from "../../storage-case.ts";
import { deletionCases } from "./deletion.ts";
import { pruneRacesCases } from "./races.ts";

export const pruneCases: readonly StorageCase[] = [...deletionCases, ...pruneRacesCases];
