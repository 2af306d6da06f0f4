import { need } from "../../../src/application/ports/need.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { type Breaks, broken, type BrokenStorage, changesFacts, withCommit } from "./broken-storage.ts";
import { sortsEvents, stores } from "./changes.ts";

const many = "many commands › remembers the first of 1,500 commands, and every event, until the command is pruned";
const sequences =
  "numbers › sorts events and finds grants by number, across powers of ten and up to the largest safe integer";
const lowBits = "numbers › applies nothing of a batch that expects a revision which is the same in its lowest bits";

const byText = (left: number, right: number): number => (String(left) < String(right) ? -1 : 1);

/** Compares revisions by something else than their value. */
const comparesRevisions =
  (isSame: (expected: number, stored: number) => boolean): Breaks =>
  (storage) =>
    withCommit(storage, async (batch) => {
      const { revision } = await valueOf(storage.load(batch.organizationId, need({}), {}));
      const expectedRevision = isSame(batch.guard.expectedRevision, revision) ? revision : batch.guard.expectedRevision;
      return valueOf(storage.commit({ ...batch, guard: { ...batch.guard, expectedRevision } }, {}));
    });

const lowest =
  (bits: number) =>
  (number: number): number =>
    number % 2 ** bits;

export const brokenNumbers: readonly BrokenStorage[] = [
  broken(
    "sorts events by their sequence as text",
    sortsEvents((left, right) => byText(left.sequence, right.sequence)),
    sequences,
    many,
  ),
  broken(
    "returns events whose sequence is later as text",
    sortsEvents(
      (left, right) => left.sequence - right.sequence,
      ({ sequence }, after) => byText(after, sequence) < 0 && after !== sequence,
    ),
    sequences,
    many,
  ),
  ...[8, 16, 31, 32, 48].flatMap((bits) => [
    broken(
      `compares the lowest ${bits} bits of revisions`,
      comparesRevisions((left, right) => lowest(bits)(left) === lowest(bits)(right)),
      lowBits,
    ),
    broken(
      `keeps ${bits} bits of the last sequence`,
      stores((batch) => ({
        ...batch,
        guard: { ...batch.guard, lastSequence: lowest(bits)(batch.guard.lastSequence) },
      })),
      sequences,
    ),
    broken(
      `finds granting events by ${bits} bits of their sequence`,
      changesFacts((facts) => ({
        ...facts,
        grantingEvents: facts.grantingEvents.filter(({ sequence }) => sequence < 2 ** bits),
      })),
      sequences,
    ),
  ]),
  broken(
    "keeps sequences as 32-bit floating point numbers",
    stores((batch) => ({ ...batch, guard: { ...batch.guard, lastSequence: Math.fround(batch.guard.lastSequence) } })),
    sequences,
  ),
  broken(
    "takes a later revision as text for the expected one",
    comparesRevisions((expected, stored) => byText(stored, expected) < 0 && expected < stored),
    many,
  ),
  broken(
    "takes a revision that begins the stored one for the expected one",
    comparesRevisions((expected, stored) => String(stored).startsWith(String(expected))),
    many,
  ),
  broken(
    "takes a revision that the stored one begins for the expected one",
    comparesRevisions((expected, stored) => String(expected).startsWith(String(stored))),
    many,
  ),
];
