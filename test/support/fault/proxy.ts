import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { flushMessage, messageReader, statementReader, syncBytes, type WireStatement } from "./wire.ts";

/**
 * Where the line breaks: before the server gets a byte of the statement; after half of its bytes; when the server has
 * executed it and was not told to commit; when the server has committed and the client has got nothing, or half, of the answer.
 */
export type Cut = "before it arrives" | "in the middle" | "before its commit" | "before the answer" | "in the answer";

/** An end of the connection as an orderly program makes it, or as a machine does that has deleted the connection. */
export type CutBy = "close" | "reset";

export interface ArmedFault {
  readonly where: Cut | "frozen before" | "frozen after";
  readonly by?: CutBy;
  /** Which statements it meets, by their text. */
  readonly meets: (text: string) => boolean;
  /** How many statements it meets. Default 1. */
  readonly times?: number;
}

/** Stands between clients and a PostgreSQL server, and breaks connections at the requested point. */
export interface FaultProxy {
  readonly port: number;
  /** Returns how often the fault has happened. */
  arm(fault: ArmedFault): () => number;
  /** Cancels every fault that has not happened. */
  disarm(): void;
  /** Lets through everything that is held. */
  thaw(): void;
  /** Ends every connection that is held, with what it holds. */
  cutFrozen(): void;
  /** Ends every connection, and the proxy. */
  end(): Promise<void>;
}

interface Line {
  readonly client: Socket;
  readonly server: Socket;
  /** What is done with the server's answers instead of handing them on. */
  answers: ((type: string, bytes: Buffer) => void) | null;
  readonly held: (() => void)[];
  isFrozen: boolean;
}

export async function startFaultProxy(serverPort: number): Promise<FaultProxy> {
  const lines = new Set<Line>();
  let armed: { readonly fault: ArmedFault; left: number; came: number }[] = [];

  function faultFor(text: string): ArmedFault | null {
    const found = armed.find(({ fault, left }) => left > 0 && fault.meets(text));
    if (found === undefined) return null;
    found.left -= 1;
    found.came += 1;
    return found.fault;
  }

  const listener = createServer({ noDelay: true }, (client) => {
    const server = connect({ port: serverPort, host: "127.0.0.1", noDelay: true });
    const line: Line = { client, server, answers: null, held: [], isFrozen: false };
    lines.add(line);
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        lines.delete(line);
        other.destroy();
      });
    }
    const clientMessages = messageReader({ hasStartup: true });
    const statements = statementReader();
    client.on("data", (chunk) => {
      for (const message of clientMessages(chunk)) {
        const statement = statements(message);
        if (statement !== null) pass(line, () => send(line, statement, faultFor(statement.text)));
      }
    });
    const serverMessages = messageReader({ hasStartup: false });
    server.on("data", (chunk) => {
      for (const { type, bytes } of serverMessages(chunk))
        if (line.answers === null) pass(line, () => client.write(bytes));
        else line.answers(type, bytes);
    });
  });
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");

  return {
    port: (listener.address() as AddressInfo).port,
    arm(fault) {
      const one = { fault, left: fault.times ?? 1, came: 0 };
      armed.push(one);
      return () => one.came;
    },
    disarm() {
      armed = [];
    },
    thaw() {
      for (const line of lines) {
        line.isFrozen = false;
        for (const go of line.held.splice(0)) go();
      }
    },
    cutFrozen() {
      for (const { isFrozen, server, client } of lines) {
        if (!isFrozen) continue;
        server.destroy();
        client.destroy();
      }
    },
    async end() {
      for (const { client, server } of lines) {
        client.destroy();
        server.destroy();
      }
      listener.close();
      await once(listener, "close");
    },
  };
}

function pass(line: Line, go: () => void): void {
  if (line.isFrozen) line.held.push(go);
  else go();
}

function send(line: Line, { bytes, isExtended }: WireStatement, fault: ArmedFault | null): void {
  const { client, server } = line;
  const cut = (): void => {
    if (fault?.by === "reset") client.resetAndDestroy();
    else client.destroy();
    server.destroy();
  };
  switch (fault?.where) {
    case undefined:
      server.write(bytes);
      return;
    case "before it arrives":
      cut();
      return;
    case "in the middle":
      server.write(bytes.subarray(0, bytes.length / 2), cut);
      return;
    case "before its commit":
      if (!isExtended) throw new Error("A simple query is committed as soon as it is executed.");
      // CommandComplete: the statement was executed.
      line.answers = (type) => type === "C" && cut();
      server.write(Buffer.concat([bytes.subarray(0, bytes.length - syncBytes), flushMessage]));
      return;
    case "before the answer":
    case "in the answer": {
      const answer: Buffer[] = [];
      line.answers = (type, part) => {
        answer.push(part);
        // ReadyForQuery: the server has committed.
        if (type !== "Z") return;
        const whole = Buffer.concat(answer);
        if (fault.where === "before the answer") cut();
        else client.write(whole.subarray(0, whole.length / 2), () => cut());
      };
      server.write(bytes);
      return;
    }
    case "frozen before":
      line.isFrozen = true;
      line.held.push(() => server.write(bytes));
      return;
    case "frozen after":
      line.isFrozen = true;
      server.write(bytes);
      return;
  }
}
