export { type MemoryStorage, memoryStorage } from "./adapters/memory/memory-storage.ts";
