import { expect, it } from "vitest";
import { writesBetween } from "../../../src/application/engine/writes-between.ts";
import { assignmentKey } from "../../../src/domain/role-assignment/role-assignment.ts";
import { noFacts } from "../../../src/domain/facts/organization-facts.ts";
import { organizationId } from "../../../src/testing/builders/ids.ts";
import { anAssignment } from "../../../src/testing/builders/records.ts";

it(
  "removes more rows than a call may have arguments, as when ten thousand people leave",
  { timeout: 60_000 },
  async () => {
    const count = 600_000;
    const held = Array.from({ length: count }, (_, index) => anAssignment(`workspace-${index}`, "bo"));
    const after = noFacts(organizationId("acme"));
    const before = {
      ...after,
      assignments: new Map(held.map((each) => [assignmentKey(each.workspaceId, each.userId), each])),
    };

    const writes = await writesBetween(before, after);

    expect(writes).toHaveLength(count);
    expect(writes[0]).toMatchObject({ kind: "delete", table: "role_assignment", expected: "present" });
  },
);
