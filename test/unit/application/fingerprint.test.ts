import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fingerprint } from "../../../src/application/engine/fingerprint.ts";

describe("fingerprint", () => {
  it("is the SHA-256 of the value's JSON: known values, so that stored ones stay valid", async () => {
    expect([await fingerprint("abc"), await fingerprint(["addMembers", { n: 1 }])]).toStrictEqual([
      "6cc43f858fbb763301637b5af970e2a46b46f461f27e5a0f41e009c59b827b25",
      createHash("sha256").update('["addMembers",{"n":1}]').digest("hex"),
    ]);
  });

  it("differs for a command that differs in one character", async () => {
    const prints = await Promise.all(["é", "e\u0301", "e", "\ud800", "\udc00", "\\ud800"].map(fingerprint));

    expect(new Set(prints).size).toBe(prints.length);
  });
});
