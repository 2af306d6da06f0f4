import type { Write } from "../../../application/ports/write.ts";
import type { OrganizationId } from "../../../domain/values/ids.ts";
import type { Connection } from "../connection.ts";
import { deleteAssignment, insertAssignment, replaceAssignment } from "./write-assignment.ts";
import { deleteMember, insertMember, replaceMember } from "./write-member.ts";
import { insertOrganization, replaceOrganization } from "./write-organization.ts";
import { insertWorkspace, replaceWorkspace } from "./write-workspace.ts";

/** Applies one write. False, with nothing changed, if the row is not present or absent as the write expects. */
export function applyWrite(connection: Connection, organizationId: OrganizationId, write: Write): boolean {
  if (write.kind === "delete") {
    return write.table === "role_assignment"
      ? deleteAssignment(connection, organizationId, write.key)
      : deleteMember(connection, organizationId, write.key.userId);
  }
  const isNew = write.expected === "absent";
  switch (write.table) {
    case "role_assignment":
      return (isNew ? insertAssignment : replaceAssignment)(connection, organizationId, write.record);
    case "organization_member":
      return (isNew ? insertMember : replaceMember)(connection, organizationId, write.record);
    case "workspace":
      return (isNew ? insertWorkspace : replaceWorkspace)(connection, organizationId, write.record);
    case "organization":
      return (isNew ? insertOrganization : replaceOrganization)(connection, organizationId, write.record);
  }
}
