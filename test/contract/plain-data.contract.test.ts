import { plainDataHarness } from "../support/good-storages/plain-data.ts";
import { runStorageCases } from "../support/storage/suite.ts";

runStorageCases("frozen rows without prototypes", plainDataHarness);
