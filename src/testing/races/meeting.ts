import type { RosterStorage } from "../../application/ports/roster-storage.ts";
import { ResultAsync } from "neverthrow";

/** Forces a race: all parties load before any of them commits, and they commit in a given order. */
export interface Meeting {
  /** Resolves once all parties have loaded. */
  readonly loaded: (party: number) => Promise<void>;
  /** Resolves once it is the party's turn to commit. */
  readonly turn: (party: number) => Promise<void>;
  /** Ends the party's turn. */
  readonly done: (party: number) => void;
  /** From now on, nobody waits for this party. */
  readonly left: (party: number) => void;
}

/** A meeting whose parties commit in this order. */
export function meetingInOrder(order: readonly number[]): Meeting {
  const [haveLoaded, haveCommitted] = [new Set<number>(), new Set<number>()];
  let waiting: { readonly isOver: () => boolean; readonly goOn: () => void }[] = [];

  function until(isOver: () => boolean): Promise<void> {
    return isOver() ? Promise.resolve() : new Promise((goOn) => waiting.push({ isOver, goOn }));
  }

  function note(set: Set<number>, party: number): void {
    set.add(party);
    const [over, still] = [waiting.filter(({ isOver }) => isOver()), waiting.filter(({ isOver }) => !isOver())];
    waiting = still;
    for (const { goOn } of over) goOn();
  }

  return {
    loaded(party) {
      note(haveLoaded, party);
      return until(() => haveLoaded.size === order.length);
    },
    turn: (party) => until(() => order.slice(0, order.indexOf(party)).every((other) => haveCommitted.has(other))),
    done: (party) => {
      note(haveCommitted, party);
    },
    left(party) {
      note(haveLoaded, party);
      note(haveCommitted, party);
    },
  };
}

/** Nobody waits for anybody. */
export const noMeeting: Meeting = {
  loaded: () => Promise.resolve(),
  turn: () => Promise.resolve(),
  done: () => undefined,
  left: () => undefined,
};

/** The handle of one party. Its loads and commits wait for those of the others. */
export function meetingStorage(storage: RosterStorage, party: number, meeting: () => Meeting): RosterStorage {
  return {
    ...storage,
    load: (organizationId, need, options) =>
      storage.load(organizationId, need, options).andThen((facts) =>
        ResultAsync.fromSafePromise(
          meeting()
            .loaded(party)
            .then(() => facts),
        ),
      ),
    commit: (batch, options) =>
      ResultAsync.fromSafePromise(meeting().turn(party))
        .andThen(() => storage.commit(batch, options))
        .map((outcome) => {
          meeting().done(party);
          return outcome;
        }),
  };
}
