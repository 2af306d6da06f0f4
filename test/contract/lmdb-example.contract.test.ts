import { harness } from "../../examples/lmdb-storage/harness.ts";
import { runStorageCases } from "../support/storage/suite.ts";

runStorageCases("the example on LMDB", harness);
