import type { ActorInput } from "../../../src/index.ts";
import type { AnyRoster } from "../property/roster.ts";

/** One call of a command, by its name; the fields of all commands side by side. */
export interface Call {
  readonly command: keyof AnyRoster["preview"];
  readonly isPreview: boolean;
  readonly input: CallInput;
}

export interface CallInput {
  readonly organizationId: string;
  readonly idempotencyKey?: string | null;
  /** Absent in createOrganization only. */
  readonly actor?: ActorInput;
  readonly workspaceId?: string | null;
  readonly name?: string;
  readonly description?: string;
  readonly owner?: { readonly userId: string; readonly displayName: string };
  readonly members?: readonly MemberOf[];
  readonly userIds?: readonly string[];
  readonly successor?: string | null;
  readonly admin?: string | null;
  readonly addEveryone?: boolean;
  readonly operationId?: string;
  readonly mode?: "atomic" | "partial";
}

export interface MemberOf {
  readonly userId: string;
  readonly role?: string;
  readonly displayName?: string;
}

/** One question about an organization. Those without an actor are the host's own and not judged. */
export interface Question {
  readonly query:
    | "listMembers"
    | "candidates"
    | "listWorkspaces"
    | "listOrganizationMembers"
    | "events"
    | "workspacesOf"
    | "accessMany";
  readonly input: {
    readonly organizationId: string;
    readonly actor?: ActorInput;
    readonly workspaceId?: string | null;
    readonly userId?: string;
    readonly workspaceIds?: readonly string[];
    readonly userIds?: readonly string[];
    readonly includeArchived?: boolean;
  };
}

/** What is asked of the roster: a command, or a question. */
export type Request = Call | Question;
