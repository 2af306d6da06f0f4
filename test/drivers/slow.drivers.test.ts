import { slowHarness } from "../support/storage/slow.ts";
import { runStorageCases } from "../support/storage/suite.ts";

runStorageCases("slow", slowHarness, { waits: true });
