import { err, ok, ResultAsync } from "neverthrow";
import { describe, expect, it } from "vitest";
import type { CommandRecord } from "../../../src/application/ports/records.ts";
import type { CommitOutcome } from "../../../src/application/ports/commit-batch.ts";
import type { RosterStorage, StorageCallOptions } from "../../../src/application/ports/roster-storage.ts";
import { createRoster } from "../../../src/application/create-roster.ts";
import { acmeStorage, now, rosterOn, seeded, valueOf } from "../../support/acme-roster.ts";
import {
  cause,
  comesAfter,
  conflicts,
  fails,
  isLost,
  losesItsAnswer,
  passes,
  scriptedStorage,
} from "../../support/scripted-storage.ts";
import { leapingTimer } from "../../support/timers.ts";
import { untouchableStorage } from "../../support/untouchable-storage.ts";
import { countingIds } from "../../support/ids.ts";

const actor = { userId: "ada" };
const organizationId = "acme";
const workspaceId = "web";
const addBo = { organizationId, workspaceId, actor, members: [{ userId: "bo", role: "member" as const }] };
const boIsAdded = { added: [{ userId: "bo", role: "member" }], unchanged: [], rejected: [] };
const done = { ...boIsAdded, operationId: "id-1", revision: seeded.revision + 1, replayed: false };

/** The members of the workspace `web`, and the number of events of the organization. */
async function stored(storage: RosterStorage) {
  const roster = createRoster({ storage });
  const members = valueOf(await roster.listMembers({ organizationId, workspaceId, actor }));
  const events = valueOf(await roster.events({ organizationId, actor, limit: 500 }));
  return { members: members.items.map(({ userId, role }) => `${userId} ${role}`), events: events.items.length };
}

const untouched = { members: ["ada admin"], events: seeded.lastSequence };
const boIn = { members: ["ada admin", "bo member"], events: seeded.lastSequence + 1 };

/** What others do through their own roster. */
const others = (storage: RosterStorage) => createRoster({ storage, createId: countingIds("others") });

describe("a command", () => {
  it("M7: is loaded, decided and committed once, and returns its outcome with the new revision", async () => {
    const storage = scriptedStorage(await acmeStorage());

    const outcome = await rosterOn(storage, { timer: leapingTimer() }).addMembers(addBo);

    expect([outcome, storage.loads, storage.commits.length, await stored(storage)]).toStrictEqual([
      ok(done),
      1,
      1,
      boIn,
    ]);
  });

  it("commits events, rows and record with the guard that it read", async () => {
    const storage = scriptedStorage(await acmeStorage());

    valueOf(await rosterOn(storage).addMembers(addBo));

    const sequence = seeded.lastSequence + 1;
    expect(storage.commits.map(({ batch }) => batch)).toStrictEqual([
      {
        organizationId,
        guard: { expectedRevision: seeded.revision, lastSequence: sequence, lastAt: now },
        command: { key: "id-1", fingerprint: "", outcome: null, at: now },
        writes: [
          {
            kind: "put",
            table: "workspace",
            expected: "present",
            record: {
              workspaceId: "web",
              name: "Web",
              description: "",
              status: "active",
              roleCounts: [
                ["admin", 1],
                ["member", 1],
              ],
              createdAt: "2025-01-01T00:00:00.000Z",
              nameKey: "web",
              words: ["web"],
            },
          },
          {
            kind: "put",
            table: "role_assignment",
            expected: "absent",
            record: { workspaceId: "web", userId: "bo", role: "member", sequence },
          },
        ],
        events: [
          {
            organizationId,
            sequence,
            operationId: "id-1",
            actor,
            authority: "workspace_admin",
            at: now,
            type: "workspace.member.added",
            workspaceId: "web",
            userId: "bo",
            role: "member",
          },
        ],
      },
    ]);
  });

  it("M4: that changes nothing is not committed, and returns the current revision", async () => {
    const storage = scriptedStorage(await acmeStorage());
    const members = [{ userId: "ada", role: "admin" as const }];

    const outcome = await rosterOn(storage).addMembers({ ...addBo, members });

    expect([outcome, storage.commits]).toStrictEqual([
      ok({
        added: [],
        unchanged: members,
        rejected: [],
        operationId: "id-1",
        revision: seeded.revision,
        replayed: false,
      }),
      [],
    ]);
  });

  it("M3: that is refused is not committed", async () => {
    const storage = scriptedStorage(await acmeStorage());
    const members = [...addBo.members, { userId: "stranger", role: "member" as const }];

    const refused = await rosterOn(storage).addMembers({ ...addBo, members });

    expect([refused, storage.commits, await stored(storage)]).toStrictEqual([
      err({ code: "members_rejected", rejected: [{ code: "not_organization_member", userId: "stranger" }] }),
      [],
      untouched,
    ]);
  });

  it("passes on the errors of the store", async () => {
    const unavailable = { code: "storage_unavailable", cause } as const;
    const broken = scriptedStorage(await acmeStorage(), [fails(unavailable)]);

    const refused = await rosterOn(broken).addMembers(addBo);

    expect([refused, broken.commits.length, await stored(broken)]).toStrictEqual([err(unavailable), 1, untouched]);
  });
});

describe("a conflict", () => {
  it("A4: loads and decides again: a member added meanwhile is unchanged", async () => {
    const inner = await acmeStorage();
    const storage = scriptedStorage(inner, [comesAfter(() => others(inner).addMembers(addBo))]);
    const members = [...addBo.members, { userId: "cy", role: "admin" as const }];

    const outcome = await rosterOn(storage, { timer: leapingTimer() }).addMembers({ ...addBo, members });

    expect([outcome, storage.loads, storage.commits.length]).toStrictEqual([
      ok({
        added: [{ userId: "cy", role: "admin" }],
        unchanged: [{ userId: "bo", role: "member" }],
        rejected: [],
        operationId: "id-1",
        revision: seeded.revision + 2,
        replayed: false,
      }),
      2,
      2,
    ]);
  });

  it("A4: authorizes again: an actor who was demoted meanwhile is refused", async () => {
    const inner = await acmeStorage();
    const byBo = { ...addBo, actor: { userId: "bo" }, members: [{ userId: "cy", role: "member" as const }] };
    const adas = others(inner);
    const boAs = (role: "admin" | "member") => adas.setMembers({ ...addBo, members: [{ userId: "bo", role }] });
    valueOf(await boAs("admin"));
    const storage = scriptedStorage(inner, [comesAfter(() => boAs("member"))]);

    const refused = await rosterOn(storage, { timer: leapingTimer() }).addMembers(byBo);

    expect(refused).toStrictEqual(err({ code: "forbidden", needs: "members:manage" }));
  });

  it("W2: checks again whether a workspace name is taken", async () => {
    const inner = await acmeStorage();
    const create = { organizationId, actor, name: "Ops" };
    const storage = scriptedStorage(inner, [
      comesAfter(() => others(inner).createWorkspace({ ...create, workspaceId: "ops-of-others" })),
    ]);

    const refused = await rosterOn(storage, { timer: leapingTimer() }).createWorkspace(create);

    expect(refused).toStrictEqual(err({ code: "workspace_name_taken", workspaceId: "ops-of-others", name: "Ops" }));
  });

  it("keeps the ids of the first attempt", async () => {
    const storage = scriptedStorage(await acmeStorage(), [conflicts, conflicts]);
    const roster = rosterOn(storage, { timer: leapingTimer() });

    valueOf(await roster.addMembers(addBo));

    expect(storage.commits.map(({ batch }) => batch.command)).toStrictEqual(
      Array(3).fill({ key: "id-1", fingerprint: "", outcome: null, at: now }),
    );
  });

  it("that continues until the deadline is contention, with the number of attempts and nothing applied", async () => {
    const timer = leapingTimer({ random: 1 });
    const storage = scriptedStorage(await acmeStorage(), conflicts);

    const refused = await rosterOn(storage, { timer, deadlineMs: 10_000 }).addMembers(addBo);

    // 5 + 10 + 20 + 40 + 80 + 160 = 315 ms, and 49 × 200 ms reach 10,000 ms.
    expect([refused, storage.commits.length, await stored(storage)]).toStrictEqual([
      err({ code: "contention", attempts: 56 }),
      56,
      untouched,
    ]);
  });

  it("has 10,000 ms if the host sets no deadline", async () => {
    const timer = leapingTimer({ random: 1 });

    const refused = await rosterOn(scriptedStorage(await acmeStorage(), conflicts), { timer }).addMembers(addBo);

    expect(refused).toStrictEqual(err({ code: "contention", attempts: 56 }));
  });

  it("after the deadline is not retried", async () => {
    const storage = scriptedStorage(await acmeStorage(), conflicts);

    const refused = await rosterOn(storage, { timer: leapingTimer(), deadlineMs: 0 }).addMembers(addBo);

    expect([refused, storage.commits.length]).toStrictEqual([err({ code: "contention", attempts: 1 }), 1]);
  });
});

describe("an unknown outcome", () => {
  it("sends the same batch again, without loading", async () => {
    const storage = scriptedStorage(await acmeStorage(), [isLost, isLost]);

    const outcome = await rosterOn(storage, { timer: leapingTimer() }).addMembers(addBo);

    const [first, ...resent] = storage.commits.map(({ batch }) => batch);
    expect(resent.map((batch) => batch === first)).toStrictEqual([true, true]);
    expect([outcome, storage.loads, await stored(storage)]).toStrictEqual([ok(done), 1, boIn]);
  });

  it.each([
    ["a generated key", addBo],
    ["the caller's key", { ...addBo, idempotencyKey: "key-1" }],
  ])("of a batch that was applied returns its outcome, applied once and not as a replay: %s", async (_, command) => {
    const storage = scriptedStorage(await acmeStorage(), [losesItsAnswer]);

    const outcome = await rosterOn(storage, { timer: leapingTimer() }).addMembers(command);

    expect([outcome, storage.commits.length, await stored(storage)]).toStrictEqual([ok(done), 2, boIn]);
  });

  it("of an applied batch returns its outcome even if others have advanced the revision since", async () => {
    const inner = await acmeStorage();
    const addCy = { ...addBo, members: [{ userId: "cy", role: "admin" as const }] };
    const storage = scriptedStorage(inner, [losesItsAnswer, comesAfter(() => others(inner).addMembers(addCy))]);

    const outcome = await rosterOn(storage, { timer: leapingTimer() }).addMembers(addBo);

    expect(outcome).toStrictEqual(ok(done));
  });

  it("followed by a conflict was not applied, and is decided again", async () => {
    const inner = await acmeStorage();
    const storage = scriptedStorage(inner, [isLost, comesAfter(() => others(inner).addMembers(addBo))]);

    const outcome = await rosterOn(storage, { timer: leapingTimer() }).addMembers(addBo);

    expect([outcome, storage.loads]).toStrictEqual([
      ok({
        added: [],
        unchanged: [{ userId: "bo", role: "member" }],
        rejected: [],
        operationId: "id-1",
        revision: seeded.revision + 1,
        replayed: false,
      }),
      2,
    ]);
  });

  it("never becomes an error that says nothing was applied", async () => {
    const unavailable = { code: "storage_unavailable", cause: "refused" } as const;
    const storage = scriptedStorage(await acmeStorage(), [
      losesItsAnswer,
      fails(unavailable),
      fails({ code: "aborted" }),
    ]);

    const outcome = await rosterOn(storage, { timer: leapingTimer() }).addMembers(addBo);

    expect([outcome, storage.commits.length]).toStrictEqual([ok(done), 4]);
  });

  it("is outcome_unknown at the deadline even if the store does not answer the resend", async () => {
    const first = scriptedStorage(await acmeStorage(), [isLost]);
    let sends = 0;
    const storage: RosterStorage = {
      ...first,
      commit: (batch, options) => (sends++ === 0 ? first.commit(batch, options) : silence(options)),
    };

    const refused = await rosterOn(storage, { deadlineMs: 30 }).addMembers(addBo);

    expect([refused, sends]).toStrictEqual([
      err({ code: "outcome_unknown", operationId: "id-1", cause: "no answer came" }),
      2,
    ]);

    function silence({ signal }: StorageCallOptions): ResultAsync<CommitOutcome, never> {
      return new ResultAsync(
        new Promise((resolve) => {
          signal?.addEventListener("abort", () => resolve(ok({ kind: "unknown", cause: "no answer came" })));
        }),
      );
    }
  });

  it("until the deadline is outcome_unknown, with the operation id and the cause", async () => {
    const timer = leapingTimer({ random: 1 });
    const storage = scriptedStorage(await acmeStorage(), isLost);

    const refused = await rosterOn(storage, { timer, deadlineMs: 1_000 }).addMembers(addBo);

    expect([refused, timer.waits]).toStrictEqual([
      err({ code: "outcome_unknown", operationId: "id-1", cause }),
      [5, 10, 20, 40, 80, 160, 200, 200, 200, 200],
    ]);
  });

  it("keeps the cause if the store cannot be reached afterwards", async () => {
    const unavailable = fails({ code: "storage_unavailable", cause: "refused" });
    const storage = scriptedStorage(await acmeStorage(), [isLost, ...Array<typeof isLost>(200).fill(unavailable)]);

    const refused = await rosterOn(storage, { timer: leapingTimer() }).addMembers(addBo);

    expect(refused).toStrictEqual(err({ code: "outcome_unknown", operationId: "id-1", cause }));
  });

  it("can be resolved with the same key", async () => {
    const inner = await acmeStorage();
    const command = { ...addBo, idempotencyKey: "key-1" };
    let sends = 0;
    const storage = scriptedStorage(inner, (commit) => (sends++ === 0 ? losesItsAnswer(commit) : isLost(commit)));
    const unknown = await rosterOn(storage, { timer: leapingTimer() }).addMembers(command);

    const resent = await rosterOn(inner, { createId: countingIds("later") }).addMembers(command);

    expect([unknown, resent]).toStrictEqual([
      err({ code: "outcome_unknown", operationId: "id-1", cause }),
      ok({ ...done, replayed: true }),
    ]);
  });
});

describe("an abort", () => {
  const firedSignal = AbortSignal.abort();

  it.each(["addMembers", "preview"] as const)("before the first read does not call the store: %s", async (path) => {
    const roster = rosterOn(untouchableStorage());
    const call = path === "preview" ? roster.preview.addMembers : roster.addMembers;

    expect(await call(addBo, { signal: firedSignal })).toStrictEqual(err({ code: "aborted" }));
  });

  it("does not hide that the input is invalid", async () => {
    const refused = await rosterOn(untouchableStorage()).addMembers({ ...addBo, members: [] }, { signal: firedSignal });

    expect(refused).toStrictEqual(err({ code: "empty_batch" }));
  });

  it("between load and commit commits nothing", async () => {
    const controller = new AbortController();
    const inner = await acmeStorage();
    const storage = scriptedStorage({
      ...inner,
      load: (...args) => inner.load(...args).map((facts) => (controller.abort(), facts)),
    });

    const refused = await rosterOn(storage).addMembers(addBo, { signal: controller.signal });

    expect([refused, await stored(inner)]).toStrictEqual([err({ code: "aborted" }), untouched]);
  });

  it("between two attempts commits nothing", async () => {
    const controller = new AbortController();
    const timer = leapingTimer({ onWait: (count) => (count === 2 ? controller.abort() : undefined) });
    const storage = scriptedStorage(await acmeStorage(), [conflicts, conflicts]);

    const refused = await rosterOn(storage, { timer }).addMembers(addBo, { signal: controller.signal });

    expect([refused, storage.loads, await stored(storage)]).toStrictEqual([err({ code: "aborted" }), 2, untouched]);
  });

  it("is passed on to a store that is committing, and the call waits for its answer", async () => {
    const controller = new AbortController();
    const inner = await acmeStorage();
    const storage: RosterStorage = {
      ...inner,
      commit: (_, { signal }) => {
        const fired = new Promise<void>((resolve) => {
          signal?.addEventListener("abort", () => resolve());
        });
        setImmediate(() => controller.abort("enough"));
        return ResultAsync.fromSafePromise(fired).andThen(() => err({ code: "aborted" } as const));
      },
    };

    const refused = await rosterOn(storage).addMembers(addBo, { signal: controller.signal });

    expect([refused, await stored(inner)]).toStrictEqual([err({ code: "aborted" }), untouched]);
  });

  it("after a commit with an unknown outcome is ignored, because the commit may have been applied", async () => {
    const controller = new AbortController();
    const timer = leapingTimer({ onWait: () => controller.abort() });
    const storage = scriptedStorage(await acmeStorage(), [losesItsAnswer]);

    const outcome = await rosterOn(storage, { timer }).addMembers(addBo, { signal: controller.signal });

    const haveFired = storage.commits.map(({ options }) => options.signal?.aborted);
    expect([outcome, haveFired, await stored(storage)]).toStrictEqual([ok(done), [false, false], boIn]);
  });
});

describe("an idempotency key", () => {
  const keyed = { ...addBo, idempotencyKey: "key-1" };
  const reused = err({ code: "idempotency_key_reused", idempotencyKey: "key-1" });

  it("returns the stored outcome to a resend, and nothing is applied again", async () => {
    const storage = scriptedStorage(await acmeStorage());
    const roster = rosterOn(storage);
    const first = await roster.addMembers(keyed);

    const second = await roster.addMembers(keyed);

    expect([first, second, storage.commits.length, await stored(storage)]).toStrictEqual([
      ok(done),
      ok({ ...done, replayed: true }),
      1,
      boIn,
    ]);
  });

  it("returns it to another process and whatever has changed since, even if the actor lost their permissions", async () => {
    const storage = await acmeStorage();
    const first = await rosterOn(storage).addMembers(keyed);
    const without = { organizationAdminsAdminister: false };

    const second = await rosterOn(storage, { policy: without, createId: countingIds("other") }).addMembers(keyed);

    expect([first, second]).toStrictEqual([ok(done), ok({ ...done, replayed: true })]);
  });

  it("is the same if omitted fields are written out", async () => {
    const roster = rosterOn(await acmeStorage());
    valueOf(await roster.addMembers(keyed));

    const second = await roster.addMembers({
      idempotencyKey: "key-1",
      mode: "atomic",
      members: [{ role: "member", userId: "bo" }],
      actor: { userId: "ada" },
      workspaceId,
      organizationId,
    });

    expect(second).toStrictEqual(ok({ ...done, replayed: true }));
  });

  it.each([
    ["another batch", { ...keyed, members: [{ userId: "cy", role: "member" as const }] }],
    ["another role", { ...keyed, members: [{ userId: "bo", role: "admin" as const }] }],
    ["another mode", { ...keyed, mode: "partial" as const }],
    ["another workspace", { ...keyed, workspaceId: "ops" }],
    ["a system with the actor's name", { ...keyed, actor: { system: "ada" } }],
  ])("of another command is refused: %s", async (_, command) => {
    const storage = await acmeStorage();
    const roster = rosterOn(storage);
    valueOf(await roster.addMembers(keyed));

    expect([await roster.addMembers(command), await stored(storage)]).toStrictEqual([reused, boIn]);
  });

  it("of another kind of command is refused", async () => {
    const roster = rosterOn(await acmeStorage());
    valueOf(await roster.addMembers(keyed));
    const members = [{ userId: "eve", displayName: "Eve", role: "member" as const }];

    const refused = await roster.addOrganizationMembers({ organizationId, actor, members, idempotencyKey: "key-1" });

    expect(refused).toStrictEqual(reused);
  });

  it("of another organization is a different key", async () => {
    const storage = await acmeStorage();
    const roster = rosterOn(storage);
    valueOf(await roster.addMembers(keyed));

    const created = await roster.createOrganization({
      organizationId: "other",
      name: "Other",
      owner: { userId: "ada", displayName: "Ada" },
      idempotencyKey: "key-1",
    });

    expect(created.isOk()).toBe(true);
  });

  it("is not used up by a refusal", async () => {
    const storage = scriptedStorage(await acmeStorage());
    const roster = rosterOn(storage);
    const members = [{ userId: "eve", role: "member" as const }];
    const refused = await roster.addMembers({ ...keyed, members });
    valueOf(
      await roster.addOrganizationMembers({
        organizationId,
        actor,
        members: [{ userId: "eve", displayName: "Eve", role: "member" }],
      }),
    );

    const again = await roster.addMembers({ ...keyed, members });

    expect([refused.isErr(), again.map(({ added, replayed }) => [added, replayed])]).toStrictEqual([
      true,
      ok([members, false]),
    ]);
  });

  it("is kept for a command that changes nothing, with its outcome", async () => {
    const storage = scriptedStorage(await acmeStorage());
    const roster = rosterOn(storage);
    const members = [{ userId: "ada", role: "admin" as const }];
    const nothingToDo = {
      added: [],
      unchanged: members,
      rejected: [],
      operationId: "id-1",
      revision: seeded.revision + 1,
      replayed: false,
    };

    const outcomes = [await roster.addMembers({ ...keyed, members }), await roster.addMembers({ ...keyed, members })];

    expect([outcomes, await stored(storage)]).toStrictEqual([
      [ok(nothingToDo), ok({ ...nothingToDo, replayed: true })],
      untouched,
    ]);
  });

  it("stores the outcome with the fingerprint; a generated key stores neither", async () => {
    const storage = scriptedStorage(await acmeStorage());
    const roster = rosterOn(storage);
    valueOf(await roster.addMembers(keyed));
    valueOf(await roster.addMembers({ ...addBo, members: [{ userId: "cy", role: "member" }] }));

    const { replayed: _, ...outcome } = done;
    const records: readonly CommandRecord[] = storage.commits.map(({ batch }) => batch.command);
    expect(
      records.map(({ key, fingerprint, outcome: json }) => [
        key,
        fingerprint.length,
        json && (JSON.parse(json) as unknown),
      ]),
    ).toStrictEqual([
      ["key-1", 64, outcome],
      ["id-3", 0, null],
    ]);
  });

  it("that equals an operation id of the library reveals nothing about the operation", async () => {
    const roster = rosterOn(await acmeStorage());
    valueOf(await roster.addMembers(addBo));

    const refused = await roster.addMembers({ ...addBo, idempotencyKey: "id-1" });

    expect(refused).toStrictEqual(err({ code: "idempotency_key_reused", idempotencyKey: "id-1" }));
  });

  it("that two callers use at once is applied once: the commit that finds it stored returns the stored outcome", async () => {
    const inner = await acmeStorage();
    const storage = scriptedStorage(inner, [comesAfter(() => others(inner).addMembers(keyed))]);

    const outcome = await rosterOn(storage, { timer: leapingTimer() }).addMembers(keyed);

    expect([outcome, await stored(inner)]).toStrictEqual([
      ok({ ...done, operationId: "others-1", replayed: true }),
      boIn,
    ]);
  });

  it("that another command takes meanwhile is refused at the commit", async () => {
    const inner = await acmeStorage();
    const members = [{ userId: "cy", role: "admin" as const }];
    const storage = scriptedStorage(inner, [comesAfter(() => others(inner).addMembers({ ...keyed, members }))]);

    expect(await rosterOn(storage, { timer: leapingTimer() }).addMembers(keyed)).toStrictEqual(reused);
  });
});

describe("a preview", () => {
  it("returns the outcome of the command and writes nothing", async () => {
    const storage = scriptedStorage(await acmeStorage());
    const before = await stored(storage);

    const preview = await rosterOn(storage).preview.addMembers(addBo);

    expect([preview, storage.commits, await stored(storage)]).toStrictEqual([ok(done), [], before]);
    expect(await rosterOn(storage).addMembers(addBo)).toStrictEqual(preview);
  });

  it("returns the refusal of the command", async () => {
    const storage = scriptedStorage(await acmeStorage());
    const command = { ...addBo, members: [{ userId: "stranger", role: "member" as const }] };

    const preview = await rosterOn(storage).preview.addMembers(command);

    expect([preview, storage.commits]).toStrictEqual([await rosterOn(storage).addMembers(command), []]);
  });

  it("does not use up the key, and returns the outcome that the key already has", async () => {
    const storage = await acmeStorage();
    const roster = rosterOn(storage);
    const keyed = { ...addBo, idempotencyKey: "key-1" };

    const before = await roster.preview.addMembers(keyed);
    const executed = valueOf(await roster.addMembers(keyed));
    const after = await roster.preview.addMembers(keyed);

    expect([before.map(({ added, replayed }) => [added, replayed]), after]).toStrictEqual([
      ok([boIsAdded.added, false]),
      ok({ ...executed, replayed: true }),
    ]);
  });

  it("does not wait for the commands of the organization", async () => {
    const inner = await acmeStorage();
    const seen: unknown[] = [];
    const roster = rosterOn(
      scriptedStorage(inner, [
        comesAfter(async () => {
          seen.push(await roster.preview.addMembers({ ...addBo, members: [{ userId: "cy", role: "member" }] }));
        }),
        passes,
      ]),
    );

    valueOf(await roster.addMembers(addBo));

    expect(seen).toMatchObject([ok({ added: [{ userId: "cy", role: "member" }] })]);
  });
});

describe("createOrganization", () => {
  const command = { name: "New", owner: { userId: "ada", displayName: "Ada" } };

  it("generates an id if none is given", async () => {
    const created = await rosterOn(await acmeStorage()).createOrganization(command);

    expect(created).toStrictEqual(ok({ organizationId: "id-1", operationId: "id-2", revision: 1, replayed: false }));
  });

  it("with a key but without an id is invalid_input, because the key is stored with the organization", async () => {
    const refused = await rosterOn(untouchableStorage()).createOrganization({ ...command, idempotencyKey: "key-1" });

    expect(refused).toStrictEqual(
      err({
        code: "invalid_input",
        issues: [
          {
            path: "organizationId",
            message: "is required with idempotencyKey, because the key is stored with the organization",
          },
        ],
      }),
    );
  });

  it("with a key and an id can be sent again", async () => {
    const roster = rosterOn(await acmeStorage());
    const keyed = { ...command, organizationId: "new", idempotencyKey: "key-1" };

    const outcomes = [await roster.createOrganization(keyed), await roster.createOrganization(keyed)];

    expect(outcomes.map((outcome) => outcome.map(({ replayed }) => replayed))).toStrictEqual([ok(false), ok(true)]);
  });

  it("with a taken id and no key is refused", async () => {
    const refused = await rosterOn(await acmeStorage()).createOrganization({ ...command, organizationId: "acme" });

    expect(refused).toStrictEqual(err({ code: "organization_already_exists" }));
  });
});
