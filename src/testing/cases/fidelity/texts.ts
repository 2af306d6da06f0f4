import { createRoster } from "../../../application/create-roster.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { workspaceOf } from "../../builders/expected-rows.ts";
import { organizationId, userId } from "../../builders/ids.ts";
import { aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { equal, loaded } from "../../expectations.ts";
import { storageCase } from "../../storage-case.ts";

const group = "fidelity";

export const textsCases = [
  storageCase(group, "keeps white space at either end of a text", async ({ storage }) => {
    const acme = batchBuilder(storage);
    const descriptions = ["a", " a", "a ", "a\n", "a\t", " ", "", "a\u3000"];
    const workspaces = descriptions.map((description, index) => aWorkspace(`w${index}`, { description }));
    await acme.create();
    await acme.commitWrites(workspaces.map((workspace) => [insert.workspace(workspace)]));

    const facts = await loaded(storage, acme.organizationId, {
      workspaces: workspaces.map(({ workspaceId }) => workspaceId),
    });

    equal(facts.workspaces, workspaces.map(workspaceOf));
  }),

  storageCase(
    group,
    "never receives a lone surrogate, and keeps U+FFFD, with which stores replace one",
    async ({ storage }) => {
      const roster = createRoster({ storage });
      const acme = organizationId("acme");
      const owner = { userId: "\ufffd", displayName: "\ufffd" };
      equal((await roster.createOrganization({ organizationId: acme, name: "Acme", owner })).isOk(), true);

      for (const lone of ["\ud800", "\ud801", "\udc00", "a\ud83d"]) {
        for (const member of [
          { userId: lone, displayName: "Ada" },
          { userId: "ada", displayName: lone },
        ]) {
          const members = [{ ...member, role: "member" as const }];
          const result = await roster.addOrganizationMembers({ organizationId: acme, actor: owner, members });
          equal(result.isErr() && result.error.code, "invalid_input");
        }
      }

      const { revision, members } = await loaded(storage, acme, { anyMembers: 9 });
      equal([revision, members.map((member) => member.userId)], [1, [userId("\ufffd")]]);
    },
  ),
];
