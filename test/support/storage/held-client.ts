import type { PostgresClient } from "../../../src/postgres.ts";
import type { StorageFaults } from "../../../src/testing/harness.ts";
import { isCommit } from "../fault/statements.ts";

/** A client whose next commit can be held, or cut off, on its way to the server. */
export interface HeldClient {
  readonly client: PostgresClient;
  readonly faults: StorageFaults;
  /** Resolves once no statement is on its way. */
  readonly idle: () => Promise<void>;
}

type Send = () => Promise<unknown>;

/** The real client in all but `query`, so that the adapter still recognizes node-postgres. */
export function heldClient(real: PostgresClient): HeldClient {
  const onTheirWay = new Set<Promise<unknown>>();
  let fault: ((send: Send) => Promise<unknown>) | null = null;

  function query(...args: [unknown, ...unknown[]]): Promise<unknown> {
    const send = async (): Promise<unknown> => await real.query(...(args as Parameters<PostgresClient["query"]>));
    const armed = isCommit(textOf(args[0])) ? fault : null;
    if (armed !== null) fault = null;
    const answer = armed === null ? send() : armed(send);
    const done = (): unknown => onTheirWay.delete(answer);
    onTheirWay.add(answer);
    answer.then(done, done);
    return answer;
  }

  async function idle(): Promise<void> {
    while (onTheirWay.size > 0) await Promise.allSettled(onTheirWay);
  }

  const client = new Proxy(real, {
    get: (target, name) => (name === "query" ? query : (Reflect.get(target, name) as unknown)),
  });
  const faults: StorageFaults = {
    cutBeforeCommit() {
      fault = () => Promise.reject(cutOff());
    },
    cutBeforeAnswer() {
      fault = (send) => send().then(() => Promise.reject(cutOff()));
    },
    stallCommit() {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      fault = (send) => promise.then(send);
      return () => {
        resolve(undefined);
        return idle();
      };
    },
  };
  return { client, faults, idle };
}

/** What Node's sockets throw. */
const cutOff = (): Error => Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });

function textOf(statement: unknown): string {
  return typeof statement === "string" ? statement : (statement as { readonly text: string }).text;
}
