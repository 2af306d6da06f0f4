import { smallHarness } from "../support/storage/small.ts";
import { runStorageCases } from "../support/storage/suite.ts";

runStorageCases("small", smallHarness);
