import { expect, it } from "vitest";
import { huntFor } from "../support/escalation/hunting.ts";

const budget = Number(process.env["ESCALATION_COMMANDS"] ?? 8_000);

it("lets nobody gain or grant more than their authority allows, and tells strangers nothing, over random commands", async () => {
  expect(await huntFor(budget)).toBeGreaterThanOrEqual(budget);
});
