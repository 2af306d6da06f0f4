import { beforeAll, describe, expect, it } from "vitest";
import { createRoster } from "../../../src/application/create-roster.ts";
import type { CommitBatch } from "../../../src/application/ports/commit-batch.ts";
import { libraryLimits } from "../../../src/application/ports/storage-limits.ts";
import { maxIdentifierBytes } from "../../../src/domain/values/identifier.ts";
import { maxDescriptionLength, maxEmailLength, maxNameLength, nameProblem } from "../../../src/domain/values/name.ts";
import { folded, nameKey } from "../../../src/domain/values/name-key.ts";
import { maxSearchLength, searchWords, typedWords } from "../../../src/domain/values/search-words.ts";
import { memoryStorage } from "../../../src/memory.ts";
import { batchBuilder } from "../../../src/testing/builders/batch-builder.ts";
import { aMember, anAssignment, anOrganization, aWorkspace } from "../../../src/testing/builders/records.ts";
import { insert } from "../../../src/testing/builders/writes.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { largestValues as largest } from "../../support/storage/largest-values.ts";

const bytes = (text: string): number => Buffer.byteLength(text);
const jsonBytes = (value: unknown): number => bytes(JSON.stringify(value));

/** The character that folding makes longest, and the one that it makes longest without a space. */
const [longest, longestWord] = ["\ufdfa", "\u3316"];

/** Different ids of 255 bytes, which JSON makes twice as long. */
const longId = (index: number): string =>
  index.toString(2).padStart(maxIdentifierBytes, "0").replaceAll("0", '"').replaceAll("1", "\\");

const acme = { organizationId: longId(50_000), actor: { system: longId(50_001) } };

/** A storage in memory that keeps what it is given. */
function recordedStorage(limits = libraryLimits) {
  const memory = memoryStorage();
  const batches: CommitBatch[] = [];
  return {
    batches,
    storage: {
      ...memory,
      limits,
      commit(...[batch, options]: Parameters<typeof memory.commit>) {
        batches.push(batch);
        return memory.commit(batch, options);
      },
    },
  };
}

// Authors of adapters rely on these numbers: docs/storage-port.md lists them.
describe("the largest values that reach a storage", () => {
  it("makes a name key of at most 3,300 bytes", () => {
    let [most, mostInWord] = [0, 0];
    for (let code = 0; code <= 0x10_ff_ff; code += 1) {
      const character = String.fromCodePoint(code);
      if (!character.isWellFormed()) continue;
      const key = folded(character);
      if (key.length < 4 || nameProblem(`a${character}a`) !== null) continue;
      most = Math.max(most, bytes(key));
      if (!key.includes(" ")) mostInWord = Math.max(mostInWord, bytes(key));
    }

    expect({ most, mostInWord }).toEqual({ most: bytes(folded(longest)), mostInWord: bytes(folded(longestWord)) });
    expect(bytes(nameKey(longest.repeat(maxNameLength)))).toBe(largest.nameKey);
  });

  it("makes words of up to 5,743 bytes, and some 300 for one person", () => {
    const email = `${longestWord.repeat(maxEmailLength - 2)}@${longestWord}`;
    expect(Math.max(...searchWords("Ada", email).map(bytes))).toBe(largest.word);

    // Each group of two letters and a dot gives three words. Folding makes a space of the diaeresis.
    const letters = Array.from({ length: 2 * maxEmailLength }, (_, index) => String.fromCodePoint(0x4e00 + index));
    const groups = (count: number, first: number, space: string): string =>
      Array.from({ length: count }, (_, index) =>
        letters
          .slice(first + 2 * index)
          .slice(0, 2)
          .join("."),
      ).join(space);
    const name = groups(maxNameLength / 4, 0, " ");
    const local = groups(79, maxNameLength, "\u00a8");
    expect(searchWords(name, `${local}@x`)).toHaveLength(largest.wordsOfPerson);
  });

  it("searches for up to 103 words, and for a word of up to 3,600 bytes", () => {
    const letters = Array.from({ length: maxSearchLength / 2 }, (_, index) => String.fromCodePoint(0x4e00 + index));

    expect(typedWords(letters.map((letter) => letter + longest).join(""))).toHaveLength(largest.searchWords);
    expect(typedWords(longestWord.repeat(maxSearchLength)).map(bytes)).toEqual([largest.searchWord]);
  });

  describe("in one commit", () => {
    const { storage, batches } = recordedStorage();
    const roles = { [`a${"x".repeat(62)}`]: ["members:manage"], [`b${"x".repeat(62)}`]: [] };
    const [admin = "", member = ""] = Object.keys(roles);
    const last = (): CommitBatch => newest(batches);

    beforeAll(async () => {
      const roster = createRoster({ storage, workspaceRoles: roles, createId: longIds() });
      const users = Array.from({ length: libraryLimits.members }, (_, index) => longId(index));
      const owner = { userId: longId(0), displayName: "Owner" };
      const lab = { ...acme, workspaceId: longId(0) };
      await valueOf(roster.createOrganization({ organizationId: acme.organizationId, name: "Acme", owner }));
      await valueOf(
        roster.addOrganizationMembers({
          ...acme,
          members: users.slice(1).map((userId) => ({ userId, role: "member" as const, displayName: "A" })),
        }),
      );
      await valueOf(roster.createWorkspace({ ...lab, name: "Lab", admin: longId(0) }));
      await valueOf(roster.setMembers({ ...lab, members: users.map((userId) => ({ userId, role: admin })) }));
      const again = { ...lab, mode: "partial", idempotencyKey: "again" } as const;
      await valueOf(roster.addMembers({ ...again, members: users.map((userId) => ({ userId, role: member })) }));
    });

    it("stores an outcome of up to 7.1 MB under a fingerprint of 64 characters", () => {
      const { outcome, fingerprint } = last().command;

      expect(bytes(outcome ?? "")).toBe(largest.outcome);
      expect(fingerprint).toHaveLength(largest.fingerprint);
    });

    it("stores a person in up to 24 kB and a workspace in up to 9 kB, with events of up to 7 kB", async () => {
      const roster = createRoster({ storage, createId: longIds(20_000) });
      const email = `${[longestWord.repeat(159), longestWord.repeat(158)].join(".")}@${longestWord}`;
      const userId = longId(30_000);
      const displayName = `${longestWord.repeat(50)}.${longestWord.repeat(49)}`;
      await valueOf(
        roster.addOrganizationMembers({ ...acme, members: [{ userId, role: "member", displayName, email }] }),
      );
      const rowOf = (table: string) =>
        last().writes.flatMap((write) => (write.kind === "put" && write.table === table ? [write.record] : []));
      const person = jsonBytes(rowOf("organization_member"));
      const joined = jsonBytes(last().events);
      await valueOf(
        roster.createWorkspace({
          ...acme,
          workspaceId: longId(30_001),
          admin: userId,
          name: longest.repeat(maxNameLength),
          description: "\u{1f642}".repeat(maxDescriptionLength),
        }),
      );
      const workspace = jsonBytes(rowOf("workspace"));
      const created = jsonBytes(last().events.slice(0, 1));

      expect({ person, workspace, joined, created }).toEqual({
        person: largest.person,
        workspace: largest.workspace,
        joined: 3_517,
        created: largest.event,
      });
    });
  });

  it("writes at most two rows for each event, and one more for the organization", async () => {
    // As many as the library allows, 50,000 events, would take seconds. The relation is the same.
    const changes = 100;
    const { storage, batches } = recordedStorage({ members: 10, changes });
    const writer = batchBuilder(storage, acme.organizationId);
    const places = Array.from({ length: changes - 2 }, (_, index) => `place-${index}`);
    const counts = {
      roleCounts: [
        ["admin", 1],
        ["member", 2],
      ] as const,
    };
    await writer.commit({
      writes: [
        insert.organization(anOrganization({ memberCount: 3, activeWorkspaceCount: places.length })),
        ...["ada", "bo", "cy"].map((id) => insert.member(aMember(id, { role: id === "ada" ? "admin" : "member" }))),
      ],
    });
    for (const place of places) {
      await writer.commit({
        writes: [
          insert.workspace(aWorkspace(place, counts)),
          ...["ada", "bo", "cy"].map((id) =>
            insert.assignment(anAssignment(place, id, { role: id === "ada" ? "admin" : "member" })),
          ),
        ],
      });
    }
    const roster = createRoster({ storage });

    await valueOf(roster.removeOrganizationMembers({ ...acme, userIds: ["bo"] }));

    const { writes, events } = newest(batches);
    expect([writes.length, events.length]).toEqual([2 * (changes - 1), changes - 1]);
  });
});

function longIds(first = 10_000): () => string {
  let next = first;
  return () => longId((next += 1));
}

function newest(batches: readonly CommitBatch[]): CommitBatch {
  const batch = batches.at(-1);
  if (batch === undefined) throw new Error("There is no batch.");
  return batch;
}
