import { type BatchBuilder, batchBuilder } from "../../builders/batch-builder.ts";
import { memberAdded } from "../../builders/new-events.ts";
import { commandKey } from "../../builders/ids.ts";
import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert, replace } from "../../builders/writes.ts";
import { equal, loaded, valueOf } from "../../expectations.ts";
import type { OpenStore } from "../../harness.ts";
import { dump } from "../../dump.ts";
import { storageCase } from "../../storage-case.ts";

const group = "fidelity";
const joints = ["/", "|", ":", "::", ",", "-", "_", ".", "#", "@", " ", "~", "1"];

/** An organization with a row of each kind and a command, all with the same id. */
async function filled({ storage }: OpenStore, organization: string, id: string): Promise<BatchBuilder> {
  const writer = batchBuilder(storage, organization);
  await writer.create({
    writes: [insert.member(aMember(id)), insert.workspace(aWorkspace(id)), insert.assignment(anAssignment(id, id))],
    newEvents: [memberAdded(id)],
    command: { key: commandKey(id), fingerprint: organization },
  });
  return writer;
}

/** A dump of the organization, with the records of both commands. */
async function dumpWithCommands(
  { storage }: OpenStore,
  { organizationId }: BatchBuilder,
  keys: readonly string[],
): Promise<unknown> {
  const commands = [];
  for (const key of keys) commands.push((await loaded(storage, organizationId, { command: commandKey(key) })).command);
  return [commands, await dump(storage, organizationId)];
}

export const organizationsCases = [
  ...joints.map((joint) =>
    storageCase(
      group,
      `keeps an organization apart from one whose id is a prefix of it, up to "${joint}"`,
      async (store) => {
        const keys = [`b${joint}c`, "c"] as const;
        const short = await filled(store, "a", keys[0]);
        const before = await dumpWithCommands(store, short, keys);

        const long = await filled(store, `a${joint}b`, keys[1]);
        equal(await dumpWithCommands(store, short, keys), before);

        const after = await dumpWithCommands(store, long, keys);
        await short.commit({
          writes: [replace.member(aMember(keys[0], { email: null }))],
          newEvents: [memberAdded("later")],
          command: { key: commandKey(keys[1]) },
        });
        equal(await dumpWithCommands(store, long, keys), after);
      },
    ),
  ),

  storageCase(group, "replays to each organization its own command", async ({ storage, second }) => {
    for (const id of ["acme", "other"]) {
      const command = { key: commandKey("k"), fingerprint: id, outcome: JSON.stringify({ id }) };
      const batch = await batchBuilder(storage, id).create({ command });

      for (const handle of [storage, second]) {
        equal(await valueOf(handle.commit(batch, {})), { kind: "replay", command: batch.command });
        equal((await loaded(handle, batch.organizationId, { command: command.key })).command, batch.command);
      }
    }
  }),
];
