export type { OpenStore, StorageFaults, StorageHarness } from "./testing/harness.ts";
export { contractVersion } from "./testing/contract-version.ts";
export type { StorageCase } from "./testing/storage-case.ts";
export { storageCases, storageContract } from "./testing/storage-cases.ts";
export { serialOrder, type Call, type CallResult, type SerialModel } from "./testing/histories/history-checker.ts";
export type { HistoryOptions } from "./testing/histories/history-cases.ts";
export type { WrongStore } from "./testing/wrong-stores/wrong-store.ts";
export { wrongStores } from "./testing/wrong-stores/wrong-stores.ts";
export { type Patience, patientStorage } from "./testing/storages/patient-storage.ts";
