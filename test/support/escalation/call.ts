import type { ActorInput } from "../../../src/index.ts";
import type { AnyRoster } from "../property/roster.ts";

/** One call of a command. A law reads its input without knowing the command, so the fields of all commands stand side by side. */
export interface Call {
  readonly command: keyof AnyRoster["preview"];
  readonly isPreview: boolean;
  readonly input: CallInput;
}

export interface CallInput {
  readonly organizationId: string;
  readonly idempotencyKey?: string | null | undefined;
  /** Absent only in createOrganization. */
  readonly actor?: ActorInput | undefined;
  readonly workspaceId?: string | null | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly owner?: { readonly userId: string | undefined; readonly displayName: string };
  readonly members?: readonly MemberOf[] | undefined;
  readonly userIds?: readonly string[] | undefined;
  readonly successor?: string | null | undefined;
  readonly orphans?: "refuse" | "archive" | undefined;
  readonly lastAdmin?: "refuse" | "allow" | undefined;
  readonly admin?: string | null | undefined;
  readonly addEveryone?: boolean | undefined;
  readonly operationId?: string | undefined;
  readonly mode?: "atomic" | "partial" | undefined;
}

export interface MemberOf {
  readonly userId: string;
  readonly role?: string | undefined;
  readonly displayName?: string | undefined;
}

/** One query. A query without an actor is one that the library does not authorize. */
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

/** A command or a query. */
export type Request = Call | Question;
