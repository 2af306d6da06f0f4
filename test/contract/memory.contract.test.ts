import { memoryHarness } from "../support/storage/memory.ts";
import { runStorageCases } from "../support/storage/suite.ts";

runStorageCases("memory", memoryHarness);
