import { err, errAsync, okAsync } from "neverthrow";
import { aborted, storageFailed, storageUnavailable } from "../../../src/application/ports/storage-error.ts";
import type { RosterStorage, StorageCallOptions } from "../../../src/application/ports/roster-storage.ts";
import { type PortMethod, portMethods } from "../../../src/testing/port/port-calls.ts";
import { answer, type Around, aroundCall, type Call, firesSoon, never } from "./around-call.ts";
import { broken, type BrokenStorage } from "./broken-storage.ts";

const before = (method: string): string =>
  `abort › returns aborted for ${method} if its signal has fired, applies nothing and does not listen`;
const midway = (method: string): string =>
  `abort › answers ${method} in time and truthfully if its signal fires midway, and harms no other call`;
const thousand = "abort › leaves no listener on a signal that a thousand calls share";
const late = "abort › ignores a signal that fires after the answer";

const noop = (): void => undefined;
const gone = (): Error => new Error("gone");

const listens: Around = (call, options) => {
  options.signal?.addEventListener("abort", noop);
  return call(options);
};

/** Removes the listener only if the call succeeded. */
const listensAfterErrors: Around = (call, options) => {
  const own = (): void => undefined;
  options.signal?.addEventListener("abort", own);
  return call(options).map((value) => {
    options.signal?.removeEventListener("abort", own);
    return value;
  });
};

const hangs: Around = (call, options) => answer(firesSoon(options).then((hasFired) => (hasFired ? never() : call())));

const throws: Around = (call, options) =>
  answer(
    firesSoon(options).then((hasFired) => {
      if (hasFired) throw gone();
      return call();
    }),
  );

const failsInstead: Around = (call, options) =>
  answer(firesSoon(options).then((hasFired) => (hasFired ? err(storageFailed(gone())) : call())));

const unavailableInstead: Around = (call, options) =>
  answer(firesSoon(options).then((hasFired) => (hasFired ? err(storageUnavailable(gone())) : call())));

/** Answers what it has so far: nothing. */
const answersNothing: Around = (call, options) =>
  answer(
    firesSoon(options).then(async (hasFired) => {
      const result = await call();
      return result.map((value) => (hasFired ? { ...(value as object), rows: [], members: [], deleted: 0 } : value));
    }),
  );

/** Applies the change, and says that it was aborted. */
const saysAborted: Around = (call, options) =>
  answer(firesSoon(options).then(async (hasFired) => (hasFired ? call().then(() => err(aborted())) : call())));

/** Does not wait for a write that it has queued. */
const queues: Around = (call, options) =>
  answer(
    firesSoon(options).then((hasFired) => {
      if (!hasFired) return call();
      setTimeout(() => void call(), 10);
      return err(aborted());
    }),
  );

/** Once a signal has fired midway, something happens to other calls. */
function harms(method: PortMethod, victims: readonly PortMethod[], harm: (call: Call) => ReturnType<Call>) {
  return (storage: RosterStorage): RosterStorage => {
    let isHarmed = false;
    const first = aroundCall(storage, method, (call, options) => {
      if (isHarmed && victims.includes(method)) return harm(call);
      return answer(
        firesSoon(options).then((hasFired) => {
          isHarmed ||= hasFired;
          return hasFired ? err(aborted()) : call();
        }),
      );
    });
    return victims
      .filter((victim) => victim !== method)
      .reduce((all, victim) => aroundCall(all, victim, (call) => (isHarmed ? harm(call) : call())), first);
  };
}

/** Ends the connection when a signal fires, and with it every call that is on it. */
function dropsConnection(method: PortMethod) {
  return (storage: RosterStorage): RosterStorage => {
    const connection = new EventTarget();
    const held = portMethods.reduce(
      (all, each) =>
        aroundCall(all, each, (call, options) => {
          if (options.signal !== undefined) return call(options);
          let isCut = false;
          connection.addEventListener("cut", () => (isCut = true), { once: true });
          const waited = new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
          return answer(waited.then(() => (isCut ? err(storageUnavailable(gone())) : call())));
        }),
      storage,
    );
    return aroundCall(held, method, (call, options) => {
      options.signal?.addEventListener("abort", () => connection.dispatchEvent(new Event("cut")), { once: true });
      return call(options);
    });
  };
}

/** Rolls back the connection's transaction whenever a signal fires, whatever is open on it by then. */
function cancelsLate(method: PortMethod) {
  return (storage: RosterStorage): RosterStorage => {
    // Looked at later, so that no count of listeners sees it.
    const signals: StorageCallOptions["signal"][] = [];
    const all = aroundCall(storage, method, (call, options) => {
      signals.push(options.signal);
      return call(options);
    });
    const last = method === "commit" ? "load" : "commit";
    return aroundCall(all, last, (call) =>
      signals.some((signal) => signal?.aborted) ? errAsync(storageFailed(gone())) : call(),
    );
  };
}

const lists = portMethods.filter((method) => method !== "commit" && method !== "pruneCommandRecords");

function marked(around: Around, storage: BrokenStorage): BrokenStorage {
  return around === hangs ? { ...storage, neverAnswers: true } : storage;
}

function each(
  name: (method: PortMethod) => string,
  around: Around,
  caughtBy: (method: PortMethod) => readonly string[],
  methods: readonly PortMethod[] = portMethods,
): readonly BrokenStorage[] {
  return methods.map((method) =>
    marked(
      around,
      broken(name(method), (storage) => aroundCall(storage, method, around), ...caughtBy(method)),
    ),
  );
}

export const brokenSignals: readonly BrokenStorage[] = [
  ...each(
    (method) => `starts ${method} although its signal has fired`,
    (call) => call(),
    (method) => [before(method)],
  ),
  ...each(
    (method) => `leaves a listener on the signal of ${method}`,
    listens,
    (method) => [midway(method), thousand],
  ),
  ...each(
    (method) => `leaves a listener if ${method} returns an error`,
    listensAfterErrors,
    (method) => [before(method)],
  ),
  ...each(
    (method) => `never answers ${method} once its signal has fired`,
    hangs,
    (method) => [midway(method)],
  ),
  ...each(
    (method) => `throws from ${method} once its signal has fired`,
    throws,
    (method) => [midway(method)],
  ),
  ...each(
    (method) => `returns storage_failed for ${method} once its signal has fired`,
    failsInstead,
    (method) => [midway(method)],
  ),
  ...each(
    (method) => `always returns storage_unavailable for ${method} once its signal has fired`,
    unavailableInstead,
    (method) => [midway(method)],
  ),
  ...each(
    (method) => `returns what it has of ${method} once its signal has fired`,
    answersNothing,
    (method) => [midway(method)],
    [...lists, "pruneCommandRecords"],
  ),
  ...each(
    (method) => `says that ${method} was aborted although it was carried out`,
    saysAborted,
    (method) => [midway(method)],
    ["commit", "pruneCommandRecords"],
  ),
  ...each(
    (method) => `carries out ${method} after it returned aborted`,
    queues,
    (method) => [midway(method)],
    ["commit", "pruneCommandRecords"],
  ),
  ...portMethods.flatMap((method) => [
    broken(
      `fails the next ${method} after one was aborted`,
      harms(method, [method], () => errAsync(storageFailed(gone()))),
      midway(method),
    ),
    broken(
      `keeps its lock after ${method} was aborted`,
      harms(method, ["commit"], () => okAsync({ kind: "conflict" })),
      midway(method),
    ),
    marked(
      hangs,
      broken(
        `leaves its transaction open after ${method} was aborted`,
        harms(method, ["commit"], never),
        midway(method),
      ),
    ),
    broken(`ends the other calls of a connection if ${method} is aborted`, dropsConnection(method), midway(method)),
    broken(`cancels what comes later if the signal of an answered ${method} fires`, cancelsLate(method), late),
  ]),
];
