import { ResultAsync } from "neverthrow";
import type { RosterStorage } from "../../src/application/ports/roster-storage.ts";

/** A store with one method, of the port or one of its lists, that never answers. */
export function silentIn(storage: RosterStorage, method: string): RosterStorage {
  const silence = () => new ResultAsync<never, never>(new Promise(() => undefined));
  const silent = { [method]: silence };
  return method in storage.read ? { ...storage, read: { ...storage.read, ...silent } } : { ...storage, ...silent };
}

/** A signal that counts its listeners. */
export function countedSignal(): {
  readonly controller: AbortController;
  readonly signal: AbortSignal;
  readonly listeners: () => number;
} {
  const controller = new AbortController();
  const { signal } = controller;
  const heard = new Set<unknown>();
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (type: string, listener: () => void) => {
    heard.add(listener);
    add(type, listener);
  };
  signal.removeEventListener = (type: string, listener: () => void) => {
    heard.delete(listener);
    remove(type, listener);
  };
  return { controller, signal, listeners: () => heard.size };
}
