import { type batchBuilder } from "../../builders/batch-builder.ts";
import { aMember, aWorkspace } from "../../builders/records.ts";
import { loaded } from "../../expectations.ts";
import type { OpenStore } from "../../harness.ts";

export const needed = (store: OpenStore, organizationId: ReturnType<typeof batchBuilder>["organizationId"]) =>
  loaded(store.second, organizationId, {
    anyMembers: 100,
    workspaces: [aWorkspace("lab").workspaceId],
    assignments: [
      { workspaceId: aWorkspace("lab").workspaceId, userIds: [aMember("ada").userId, aMember("bo").userId] },
    ],
  });
