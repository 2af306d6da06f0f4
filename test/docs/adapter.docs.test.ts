import { err, ok, ResultAsync } from "neverthrow";
import { expect, it } from "vitest";
import type { StorageError } from "workspace-roster";
import type { StorageFaults } from "workspace-roster/testing";

type Batch = readonly string[];

it("turns a promise into a result", async () => {
  // #region answer
  function answer<Value>(work: Promise<Value>): ResultAsync<Value, StorageError> {
    return ResultAsync.fromPromise(work, (cause) => ({ code: "storage_unavailable", cause }));
  }
  // #endregion

  const cause = new Error("gone");
  expect(await answer(Promise.resolve(1))).toEqual(ok(1));
  expect(await answer(Promise.reject(cause))).toEqual(err({ code: "storage_unavailable", cause }));
});

it("cuts the connection once, before or after the driver receives the batch", async () => {
  const sent: Batch[] = [];
  const driver = { send: (batch: Batch) => Promise.resolve(sent.push(batch)) };
  // #region faults
  let fault: "before" | "after" | null = null;
  const client = {
    async send(batch: Batch) {
      const now = fault;
      fault = null;
      if (now === "before") throw new Error("cut before the commit");
      const answer = await driver.send(batch);
      if (now === "after") throw new Error("cut before the answer");
      return answer;
    },
  };
  const faults: StorageFaults = {
    cutBeforeCommit: () => (fault = "before"),
    cutBeforeAnswer: () => (fault = "after"),
  };
  // #endregion

  faults.cutBeforeCommit();
  await expect(client.send(["a"])).rejects.toThrow("cut before the commit");
  faults.cutBeforeAnswer();
  await expect(client.send(["b"])).rejects.toThrow("cut before the answer");
  expect(await client.send(["c"])).toBe(2);
  expect(sent).toEqual([["b"], ["c"]]);
});
