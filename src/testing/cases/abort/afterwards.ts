import { batchBuilder } from "../../builders/batch-builder.ts";
import { aMember } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { committed, equal, loaded } from "../../expectations.ts";
import { countedSignal } from "../../port/counted-signal.ts";
import { inTime, turns, valueInTime } from "../../port/in-time.ts";
import { portCalls, portMethods } from "../../port/port-calls.ts";
import { storageCase } from "../../storage-case.ts";

const group = "abort";
const rounds = 14;
const callsAtOnce = 8;

export const afterwardsCases = [
  storageCase(group, "leaves no listener on a signal that a thousand calls share", async ({ storage }) => {
    const acme = batchBuilder(storage);
    const replay = await acme.create();
    const counted = countedSignal();
    const newer = acme.next({ command: replay.command });
    const conflict = { ...acme.next(), guard: { ...replay.guard, expectedRevision: 7 } };
    const options = { signal: counted.signal };

    for (const method of portMethods) {
      for (let round = 0; round < rounds; round += 1) {
        // For a commit: a replay, and a conflict.
        const batches = Array.from({ length: callsAtOnce }, (_, call) => (call % 2 === 0 ? newer : conflict));
        await inTime(method, () => Promise.all(batches.map((batch) => portCalls[method](storage, batch, options))));
        if (round === 0) equal(counted.listeners(), 0, `${method} left ${counted.listeners()} listeners on its signal`);
      }
      equal(counted.listeners(), 0, `${method} left ${counted.listeners()} listeners on its signal`);
    }
    await committed(storage, acme.next({ command: { key: conflict.command.key } }));
  }),

  storageCase(group, "ignores a signal that fires after the answer", async ({ storage, second }) => {
    const acme = batchBuilder(storage);
    await acme.create();
    for (const method of portMethods) {
      const counted = countedSignal();
      const batch = acme.next({ writes: [insert.member(aMember(method))] });
      await valueInTime(method, () => portCalls[method](storage, batch, { signal: counted.signal }));
      if (method !== "commit") await committed(storage, batch);
      acme.continueAfter(batch);
      const before = await loaded(second, acme.organizationId, { anyMembers: 99 });
      const next = acme.next({ writes: [insert.member(aMember(`after-${method}`))] });

      const others = portMethods
        .filter((each) => each !== "commit")
        .map((each) =>
          valueInTime(`${each}, while the signal of an earlier ${method} fires,`, () =>
            portCalls[each](storage, next, {}),
          ),
        );
      counted.abort();
      await Promise.all(others);
      await turns(4);

      equal(counted.listeners(), 0);
      equal(
        await loaded(second, acme.organizationId, { anyMembers: 99 }),
        before,
        `${method} was undone by its signal`,
      );
      const outcome = await valueInTime(`the commit after ${method}`, () => storage.commit(next, {}));
      equal(outcome, { kind: "committed" });
      acme.continueAfter(next);
    }
    equal((await loaded(second, acme.organizationId)).revision, 1 + 2 * portMethods.length);
  }),
];
