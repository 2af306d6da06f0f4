import { batchBuilder } from "../../builders/batch-builder.ts";
import { eventsQuery } from "../../builders/queries.ts";
import { memberOf, workspaceOf } from "../../builders/expected-rows.ts";
import { operationId, userId, workspaceId } from "../../builders/ids.ts";
import { aMember, anAssignment, anOrganization, aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { equal, factsWith, loaded, valueOf } from "../../expectations.ts";
import { storageCase } from "../../storage-case.ts";

const group = "fidelity";

export const fieldsCases = [
  storageCase(group, "keeps every field of every record", async ({ storage, second }) => {
    const acme = batchBuilder(storage);
    const text = "\u{1f642} \"quoted\" 'single' \\ back\\slash\r\nline\n\ttab\u2028 %_ \u202eRTL e\u0301";
    const organization = anOrganization({
      name: text,
      memberCount: 2_000_000_000,
      adminCount: 1_999_999_999,
      activeWorkspaceCount: 0,
      createdAt: "1970-01-01T00:00:00.000Z",
    });
    const member = aMember("ada", {
      role: "billing",
      displayName: text,
      email: text,
      nameKey: text,
      words: ['"', "%", "\\", "\u{1f642}"],
    });
    const quiet = aMember("bo", { email: null, displayName: "", nameKey: "", words: [] });
    const workspace = aWorkspace("lab", {
      name: text,
      description: `${"\u{1f642}\r\n".repeat(333)}.`,
      roleCounts: [
        ["admin", 1],
        ["constructor", 2_000_000_000],
        ["read_only-2", 3],
      ],
      createdAt: "9999-12-31T23:59:59.999Z",
      nameKey: text,
    });
    const assignment = anAssignment("lab", "ada", { role: "read_only-2", sequence: Number.MAX_SAFE_INTEGER });

    await acme.commit({
      writes: [
        insert.organization(organization),
        ...[member, quiet].map(insert.member),
        insert.workspace(workspace),
        insert.assignment(assignment),
      ],
    });

    equal(
      await loaded(second, acme.organizationId, {
        anyMembers: 2,
        workspaceNames: [text],
        assignments: [{ workspaceId: workspace.workspaceId, userIds: [member.userId] }],
      }),
      factsWith({
        revision: 1,
        organization,
        members: [memberOf(member), memberOf(quiet)],
        workspaces: [workspaceOf(workspace)],
        assignments: [assignment],
      }),
    );
  }),

  storageCase(group, "distinguishes an empty email from null", async ({ storage }) => {
    const acme = batchBuilder(storage);
    const members = [aMember("ada", { email: "" }), aMember("bo", { email: null })];
    await acme.create({ writes: members.map(insert.member) });

    equal((await loaded(storage, acme.organizationId, { anyMembers: 9 })).members, members.map(memberOf));
  }),

  storageCase(group, "keeps a long outcome", async ({ storage }) => {
    const acme = batchBuilder(storage);
    const outcome = JSON.stringify(
      Array.from({ length: 10_000 }, (_, index) => ({ userId: `u-\u{1f642}-"${index}`, role: "member" })),
    );
    const batch = await acme.create({ command: { outcome, fingerprint: "f".repeat(128) } });

    equal((await loaded(storage, acme.organizationId, { command: batch.command.key })).command, batch.command);
  }),

  storageCase(group, "keeps sequences up to the largest safe integer", async ({ storage }) => {
    const acme = batchBuilder(storage);
    const batch = acme.next({ writes: [insert.organization(anOrganization())], newEvents: [] });
    const events = [2, 1, 0].map((below) => ({
      organizationId: acme.organizationId,
      sequence: Number.MAX_SAFE_INTEGER - below,
      operationId: operationId("o"),
      actor: { system: "import" },
      authority: "system" as const,
      at: "2025-01-01T00:00:00.000Z",
      type: "organization.created" as const,
      name: "Acme",
    }));
    await valueOf(
      storage.commit({ ...batch, guard: { ...batch.guard, lastSequence: Number.MAX_SAFE_INTEGER }, events }, {}),
    );

    equal((await loaded(storage, acme.organizationId)).lastSequence, Number.MAX_SAFE_INTEGER);
    const filter = eventsQuery();
    const page = await valueOf(storage.events(acme.organizationId, Number.MAX_SAFE_INTEGER - 2, 9, filter));
    equal(page.rows, events.slice(1));
  }),

  storageCase(group, "keeps the texts of events unchanged", async ({ storage }) => {
    const acme = batchBuilder(storage);
    const text = "\u{1f642} \"'\\\r\n\u2028\t%_";
    const { events } = await acme.create({
      newEvents: [
        { type: "organization.created", name: text },
        { type: "organization.member.added", userId: userId("ada"), role: "billing", displayName: text, email: text },
        { type: "organization.member.added", userId: userId("bo"), role: "admin", displayName: "", email: null },
        { type: "workspace.created", workspaceId: workspaceId("lab"), name: text, description: text.repeat(100) },
        { type: "workspace.member.added", workspaceId: workspaceId("lab"), userId: userId("ada"), role: "read_only-2" },
      ],
      envelope: { actor: { system: text } },
    });

    const page = await valueOf(storage.events(acme.organizationId, 0, 9, eventsQuery()));

    equal(page.rows, events);
  }),
];
