import type { IRangeRequest } from "etcd3";
import type { IdempotencyKey, OrganizationId, RoleAssignment, UserId, WorkspaceId } from "workspace-roster";

export type Keys = ReturnType<typeof keysOf>;

// Ids are opaque, and may contain a "/". Encoding keeps them from reaching into another folder. It is one-to-one for every
// id that the library accepts, and `etcdctl get --prefix` stays readable.
const encoded = encodeURIComponent;

/** The keys of one organization. A key that ends with "/" is a folder. */
export function keysOf(prefix: string, organizationId: OrganizationId) {
  const root = `${prefix}/organization/${encoded(organizationId)}`;
  return {
    revision: `${root}/revision`,
    lastSequence: `${root}/last-sequence`,
    lastAt: `${root}/last-at`,
    organization: `${root}/organization`,
    members: `${root}/member/`,
    member: (userId: UserId) => `${root}/member/${encoded(userId)}`,
    workspaces: `${root}/workspace/`,
    workspace: (workspaceId: WorkspaceId) => `${root}/workspace/${encoded(workspaceId)}`,
    assignmentsIn: (workspaceId: WorkspaceId) => `${root}/assignment/${encoded(workspaceId)}/`,
    assignmentsOf: (userId: UserId) => `${root}/assignment-of/${encoded(userId)}/`,
    /** etcd has no secondary indexes, so each assignment is stored under two keys, written in the same transaction. */
    assignment: ({ workspaceId, userId }: Pick<RoleAssignment, "workspaceId" | "userId">): [string, string] => [
      `${root}/assignment/${encoded(workspaceId)}/${encoded(userId)}`,
      `${root}/assignment-of/${encoded(userId)}/${encoded(workspaceId)}`,
    ],
    events: `${root}/event/`,
    /** The events of one commit are one value, at the sequence of the last event. The first key from n on has event n. */
    eventsUpTo: (sequence: number) => `${root}/event/${String(sequence).padStart(16, "0")}`,
    command: (key: IdempotencyKey) => `${commandsIn(prefix)}${encoded(organizationId)}/${encoded(key)}`,
  };
}

/** One folder for the commands of all organizations, so that old ones can be found without a list of organizations. */
export const commandsIn = (prefix: string): string => `${prefix}/command/`;

/** The value at a key. */
export const at = (key: string): IRangeRequest => ({ key: Buffer.from(key) });

/** The values in a folder, from a key on. "0" is the byte after "/". */
export const under = (folder: string, from = folder): IRangeRequest => ({
  key: Buffer.from(from),
  range_end: Buffer.from(`${folder.slice(0, -1)}0`),
});
