/** One message of PostgreSQL's protocol. The first one of a connection has no type. */
export interface WireMessage {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Cuts a stream of bytes into messages: https://www.postgresql.org/docs/current/protocol-message-formats.html */
export function messageReader({ hasStartup }: { readonly hasStartup: boolean }): (chunk: Buffer) => WireMessage[] {
  let rest: Buffer = Buffer.alloc(0);
  let isStartup = hasStartup;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    const messages: WireMessage[] = [];
    for (;;) {
      const typeBytes = isStartup ? 0 : 1;
      if (rest.length < typeBytes + 4) return messages;
      const end = typeBytes + rest.readInt32BE(typeBytes);
      if (rest.length < end) return messages;
      messages.push({ type: rest.toString("latin1", 0, typeBytes), bytes: rest.subarray(0, end) });
      rest = rest.subarray(end);
      isStartup = false;
    }
  };
}

/** What a client sends for one statement, up to and including the message after which the server commits. */
export interface WireStatement {
  readonly text: string;
  readonly bytes: Buffer;
  /** Whether it ends with a Sync of its own, without which the server executes it and does not commit. */
  readonly isExtended: boolean;
}

/** Puts a client's messages together to statements; null while one is not complete. */
export function statementReader(): (message: WireMessage) => WireStatement | null {
  const prepared = new Map<string, string>();
  let parts: Buffer[] = [];
  let text = "";
  return ({ type, bytes }) => {
    parts.push(bytes);
    if (type === "P") {
      const [name = "", statement = ""] = textsOf(bytes);
      prepared.set(name, statement);
      text = statement;
    }
    if (type === "B") text = prepared.get(textsOf(bytes)[1] ?? "") ?? "";
    if (type === "Q") text = textsOf(bytes)[0] ?? "";
    // Startup, passwords and Terminate are statements without a text.
    const isComplete = !"PBDECH".includes(type) || type === "";
    if (!isComplete) return null;
    const statement = { text, bytes: Buffer.concat(parts), isExtended: type === "S" };
    parts = [];
    text = "";
    return statement;
  };
}

/** Asks the server for the answers so far, instead of a Sync. */
export const flushMessage: Buffer = Buffer.from([0x48, 0, 0, 0, 4]);

export const syncBytes = 5;

/** The zero-terminated texts at the beginning of a message. */
function textsOf(bytes: Buffer): readonly string[] {
  return bytes.toString("utf8", 5).split("\0", 2);
}
