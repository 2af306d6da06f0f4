import { afterAll, beforeAll, expect, it } from "vitest";
import { createRoster, type OrganizationId, type RosterEvent } from "workspace-roster";
import { patientStorage, storageCases } from "workspace-roster/testing";
import { openStore } from "../../examples/etcd-storage/harness.ts";
import { need } from "../../src/application/ports/need.ts";
import { eventsQuery } from "../../src/testing/builders/queries.ts";
import { loaded, valueOf } from "../../src/testing/expectations.ts";
import { describeOnEtcd } from "../support/etcd/etcd.ts";
import { type LeaderKiller, startKillingLeaders } from "../support/etcd/etcd-leader-killer.ts";

const seconds = 1_000;

/** Longer than any election takes. */
const patience = { maxWaitMs: 60 * seconds };

/** Cases that do not hold if the caller retries. On an undisturbed cluster they run too. */
const needsEveryAnswer = [
  // Which of three equal batches was the one that was applied.
  "commit: command › applies a command once if it is sent through two handles at the same time",
  // How many records the call before deleted.
  "pruneCommandRecords › ",
  // A store that is closed stays so, however often it is asked, so a caller who retries waits too long.
  "lifecycle › answers every call that is in flight when it is closed after ",
  // Each call must end within three seconds, which an election alone may take.
  "abort › ",
  "stalled commit › ",
];

const asked = storageCases.filter(
  ({ group, name }) => !needsEveryAnswer.some((title) => `${group} › ${name}`.startsWith(title)),
);

await describeOnEtcd("three etcd nodes whose leader is killed again and again", (cluster) => {
  let killer: LeaderKiller;
  beforeAll(() => {
    killer = startKillingLeaders(cluster);
  });
  afterAll(async () => {
    await killer.stop();
    await cluster.stop();
    console.log(`Leaders killed: ${killer.kills()}`);
  });

  it.each(asked)("$group › $name", { timeout: 180 * seconds }, (each) =>
    each.run({
      open() {
        const store = openStore(cluster, "all");
        const [storage, second] = [patientStorage(store.storage, patience), patientStorage(store.second, patience)];
        return Promise.resolve({ ...store, storage, second });
      },
    }),
  );

  it("keep every acknowledged command once, and no command that failed", { timeout: 300 * seconds }, async () => {
    const store = openStore(cluster, "all");
    const organizationId = "acme" as OrganizationId;
    const owner = { userId: "owner", displayName: "Owner" };
    const [even, odd] = [createRoster({ storage: store.storage }), createRoster({ storage: store.second })];
    const created = await createRoster({ storage: patientStorage(store.storage, patience) }).createOrganization({
      organizationId,
      name: "Acme",
      owner,
    });
    expect(created.isOk()).toBe(true);
    const killsBefore = killer.kills();
    const fates = new Map<string, "added" | "not added">();

    async function write(writer: number): Promise<void> {
      for (let count = 1; killer.kills() < killsBefore + 12; count += 1) {
        const userId = `user-${writer}-${count}`;
        const roster = count % 2 === 0 ? even : odd;
        // If the outcome of a command is unknown, it is sent again with its key until it is acknowledged.
        for (let isLost = false; !fates.has(userId);) {
          const result = await roster.addOrganizationMembers({
            organizationId,
            actor: { userId: owner.userId },
            idempotencyKey: userId,
            members: [{ userId, displayName: userId, role: "member" }],
          });
          if (result.isOk()) {
            // This key is new, so the answer must not be a replay, whatever etcd's client did to deliver the command.
            if (!isLost) expect(result.value.replayed).toBe(false);
            fates.set(userId, "added");
          } else if (result.error.code === "outcome_unknown") isLost = true;
          else {
            expect(["storage_unavailable", "contention"]).toContain(result.error.code);
            if (!isLost) fates.set(userId, "not added");
          }
        }
      }
    }
    await Promise.all([1, 2, 3, 4, 5, 6].map(write));
    await killer.stop();

    const facts = await loaded(store.second, organizationId, { anyMembers: 100_000 });
    const { rows } = await valueOf(store.storage.events(organizationId, 0, 100_000, eventsQuery({ need: need({}) })));
    const added = [...fates].filter(([, fate]) => fate === "added").map(([userId]) => userId);
    console.log(
      `Commands: ${fates.size}, of which acknowledged: ${added.length}, kills: ${killer.kills() - killsBefore}`,
    );
    expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => index + 1));
    expect(usersAdded(rows).sort()).toEqual([...added, owner.userId].sort());
    expect(facts.members.map(({ userId }) => String(userId)).sort()).toEqual([...added, owner.userId].sort());
    expect([facts.revision, facts.organization?.memberCount]).toEqual([added.length + 1, added.length + 1]);
    expect(added.length).toBeGreaterThan(50);
    await store.close();
  });
});

function usersAdded(events: readonly RosterEvent[]): string[] {
  return events.flatMap((event) => (event.type === "organization.member.added" ? [String(event.userId)] : []));
}
