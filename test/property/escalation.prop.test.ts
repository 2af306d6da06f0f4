import { expect, it } from "vitest";
import { huntFor } from "../support/escalation/hunting.ts";

const budget = Number(process.env["ESCALATION_COMMANDS"] ?? 8_000);

it("gives nobody more than they could give themselves, and strangers nothing, whoever sends what", async () => {
  expect(await huntFor(budget)).toBeGreaterThanOrEqual(budget);
});
