import { batchBuilder } from "../../builders/batch-builder.ts";
import { workspaceId } from "../../builders/ids.ts";
import { listQuery } from "../../builders/queries.ts";
import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import type { OpenStore } from "../../harness.ts";

export const ada = aMember("ada", { role: "admin", email: null, words: ["x", "y"] });
export const bo = aMember("bo", { role: "billing", displayName: "Bo B.", words: ["x"] });
export const cy = aMember("cy", { words: ["y"] });
export const lab = aWorkspace("lab", {
  description: "Long",
  roleCounts: [
    ["admin", 1],
    ["member", 1],
  ],
});
export const shop = aWorkspace("shop", { roleCounts: [["member", 1]] });
export const tomb = aWorkspace("tomb", { status: "archived" });

export async function fill({ storage }: OpenStore) {
  const acme = batchBuilder(storage);
  await acme.create({
    writes: [
      ...[ada, bo, cy].map(insert.member),
      ...[lab, shop, tomb].map(insert.workspace),
      insert.assignment(anAssignment("lab", "ada", { role: "member" })),
      insert.assignment(anAssignment("lab", "bo", { role: "admin" })),
      insert.assignment(anAssignment("shop", "bo", { role: "viewer" })),
      insert.assignment(anAssignment("tomb", "bo", { role: "admin" })),
    ],
  });
  const query = listQuery(acme.organizationId);
  const inWorkspace = (id: string) => ({ ...query, workspaceId: workspaceId(id) });
  return { acme, query, inWorkspace };
}
