import type { Law } from "../observation.ts";
import { archivedStays, membersOnly, organizationAdminRemains, workspaceAdminRemains } from "./always.ts";
import { grants } from "./grants.ts";
import { newWorkspaces } from "./new-workspaces.ts";
import { nothingHappens } from "./nothing-happens.ts";
import { onlyWhatWasAsked } from "./only-what-was-asked.ts";
import { organizationMembers } from "./organization.ts";
import { replays } from "./replays.ts";
import { strangersLearnNothing } from "./strangers.ts";
import { usedKeys } from "./used-keys.ts";
import { workspaceSettings } from "./workspace-settings.ts";

export const allLaws: readonly Law[] = [
  nothingHappens,
  replays,
  strangersLearnNothing,
  usedKeys,
  grants,
  onlyWhatWasAsked,
  newWorkspaces,
  organizationMembers,
  workspaceSettings,
  membersOnly,
  archivedStays,
  organizationAdminRemains,
  workspaceAdminRemains,
];
