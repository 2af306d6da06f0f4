import { err, errAsync, okAsync } from "neverthrow";
import { memoryStorage } from "../../../src/memory.ts";
import { storageFailed, storageUnavailable } from "../../../src/application/ports/storage-error.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import { type PortMethod, portMethods } from "../../../src/testing/port/port-calls.ts";
import { answer, type Around, aroundCall, never } from "./around-call.ts";
import { type BrokenStorage, roundTrip } from "./broken-storage.ts";

const closing = (turns: number): string =>
  `lifecycle › answers every call that is in flight when it is closed after ${turns} turns`;

/** What a method does of its own when its handle is closed: while it waits, and afterwards. */
interface Closed {
  readonly midway?: Around;
  readonly afterwards?: Around;
}

const closed = (): Error => new Error("closed");
const unavailable = () => err(storageUnavailable(closed()));

/** A store whose first handle can be closed, behind a round trip. One method does it wrong. */
function closable(name: string, method: PortMethod, wrong: Closed): BrokenStorage {
  return {
    name,
    caughtBy: [0, 1].map(closing),
    ...((wrong.midway ?? wrong.afterwards) === never ? { neverAnswers: true } : {}),
    harness: {
      open() {
        const real = memoryStorage();
        let isClosed = false;
        const storage = portMethods.reduce<RosterStorage>(
          (all, each) =>
            aroundCall(all, each, (call, options) => {
              const own = each === method ? wrong : {};
              if (isClosed) return (own.afterwards ?? (() => errAsync(storageUnavailable(closed()))))(call, options);
              const arrival = roundTrip().then(roundTrip).then(roundTrip);
              return answer(
                arrival.then(() => {
                  if (!isClosed) return call(options);
                  return own.midway === undefined ? unavailable() : own.midway(call, options);
                }),
              );
            }),
          real,
        );
        return Promise.resolve({
          storage,
          second: real,
          closeStorage() {
            isClosed = true;
            return Promise.resolve();
          },
          close: () => Promise.resolve(),
        });
      },
    },
  };
}

const throwing: Around = () => {
  throw closed();
};

export const brokenLives: readonly BrokenStorage[] = [
  ...portMethods.flatMap((method) => [
    closable(`never answers ${method} if it is closed meanwhile`, method, { midway: never }),
    closable(`returns storage_failed for ${method} if it is closed meanwhile`, method, {
      midway: () => errAsync(storageFailed(closed())),
    }),
    closable(`throws from ${method} once it is closed`, method, { afterwards: throwing }),
    closable(`never answers ${method} once it is closed`, method, { afterwards: never }),
    closable(`still answers ${method} once it is closed`, method, { afterwards: (call) => call() }),
    closable(`returns storage_failed for ${method} once it is closed`, method, {
      afterwards: () => errAsync(storageFailed(closed())),
    }),
  ]),
  closable("returns storage_unavailable for a commit that arrives although it was closed", "commit", {
    midway: (call) => call().andThen(() => errAsync(storageUnavailable(closed()))),
  }),
  closable("returns committed for a commit that it lost when it was closed", "commit", {
    midway: () => okAsync({ kind: "committed" }),
  }),
];
