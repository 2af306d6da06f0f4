import type { StorageCase } from "../../storage-case.ts";
import { boundedAssignmentsCases } from "./bounded-assignments.ts";
import { combinedNeedsCases } from "./combined-needs.ts";
import { firstAdminCases } from "./first-admin.ts";
import { grantingEventsCases } from "./granting-events.ts";
import { namedRowsCases } from "./named-rows.ts";
import { sameWorkspacesCases } from "./same-workspaces.ts";
import { formerGrantsCases } from "./former-grants.ts";
import { scatteredKeysCases } from "./scattered-keys.ts";

export const loadCases: readonly StorageCase[] = [
  ...namedRowsCases,
  ...sameWorkspacesCases,
  ...firstAdminCases,
  ...boundedAssignmentsCases,
  ...combinedNeedsCases,
  ...grantingEventsCases,
  ...formerGrantsCases,
  ...scatteredKeysCases,
];
