/**
 * The largest values that reach a storage, in bytes of UTF-8 or as a number. test/unit/application/largest-values.test.ts
 * computes them, and docs/storage-port.md lists them.
 */
export const largestValues = {
  nameKey: 3_300,
  word: 5_743,
  wordsOfPerson: 313,
  searchWord: 3_600,
  searchWords: 103,
  fingerprint: 64,
  outcome: 7_090_580,
  person: 24_354,
  workspace: 8_323,
  event: 6_543,
} as const;
