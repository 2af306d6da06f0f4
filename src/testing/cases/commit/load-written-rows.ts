import type { OrganizationId } from "../../../domain/values/ids.ts";
import { aMember, aWorkspace } from "../../builders/records.ts";
import { loaded } from "../../expectations.ts";
import type { OpenStore } from "../../harness.ts";

export const loadWrittenRows = (store: OpenStore, organizationId: OrganizationId) =>
  loaded(store.second, organizationId, {
    anyMembers: 100,
    workspaces: [aWorkspace("lab").workspaceId],
    assignments: [
      { workspaceId: aWorkspace("lab").workspaceId, userIds: [aMember("ada").userId, aMember("bo").userId] },
    ],
  });
