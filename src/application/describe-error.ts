import type { ResultAsync } from "neverthrow";
import { quote } from "../domain/values/quote.ts";

import type { ChangesError } from "./queries/changes.ts";
import type { Roster } from "./roster.ts";
import type { RosterCommands } from "./roster-commands.ts";

/** Everything that a command or query may answer instead of an outcome, and the reasons inside a rejected batch. */
export type RosterError = MethodError | Rejection;

/** What a method of a roster can fail with. */
export type ErrorOf<Method> = Method extends (...input: never) => ResultAsync<unknown, infer Failure> ? Failure : never;

/** What the methods of a roster can fail with. */
export type MethodError =
  | ErrorOf<Roster<string, string>[Exclude<keyof Roster, "preview" | "changes" | "maintenance">]>
  | ErrorOf<Roster["maintenance"][keyof Roster["maintenance"]]>
  | ChangesError;

/** What a method of a roster answers. */
export type OutcomeOf<Method> = Method extends (...input: never) => ResultAsync<infer Outcome, unknown>
  ? Outcome
  : never;

/** Why one item of a batch was rejected. */
export type Rejection =
  OutcomeOf<RosterCommands<string>[keyof RosterCommands<string>]> extends infer Outcome
    ? Outcome extends { readonly rejected: readonly (infer Reason)[] }
      ? Reason
      : never
    : never;

/** How `describeError` describes. */
export interface DescribeOptions {
  /** Adds the text of the store's error, which may name hosts, users and statements: for operators only. Default false. */
  readonly withCause?: boolean | undefined;
}

/**
 * One English sentence, naming at most 100 characters of any input and nothing of the store's own error. It may change in
 * any release; the code does not.
 */
export function describeError(error: RosterError, { withCause = false }: DescribeOptions = {}): string {
  const sentence = sentenceOf(error);
  return withCause && "cause" in error ? `${sentence.slice(0, -1)}: ${causeOf(error.cause)}` : sentence;
}

function sentenceOf(error: RosterError): string {
  switch (error.code) {
    case "invalid_input":
      return `The input is not valid: ${error.issues.map(({ path, message }) => (path === "" ? message : `${path} ${message}`)).join("; ")}.`;
    case "empty_batch":
      return "The batch names nobody.";
    case "too_many_members":
      return `${error.count} users are more than the ${error.limit} that one command takes.`;
    case "too_many_changes":
      return `The command would make at least ${error.count} changes; one commit carries ${error.limit}. Name fewer users.`;
    case "duplicate_user":
      return `The batch names a user more than once: ${error.userIds.slice(0, 5).map(quote).join(", ")}.`;
    case "members_rejected":
      return `Nothing was written, because ${error.rejected.length} of the batch cannot be done: ${error.rejected.slice(0, 5).map(sentenceOf).join(" ")}`;
    case "not_organization_member":
      return `${quote(error.userId)} is not a member of the organization.`;
    case "role_conflict":
      return `${quote(error.userId)} is there already as ${error.currentRole}, not as ${error.requestedRole}.`;
    case "forbidden":
      return `The actor lacks ${error.needs}.`;
    case "organization_not_found":
      return "There is no such organization.";
    case "organization_already_exists":
      return "There is an organization with this id already.";
    case "workspace_not_found":
      return "The organization has no such workspace.";
    case "workspace_already_exists":
      return "The organization has a workspace with this id already.";
    case "workspace_name_taken":
      return `The active workspace ${quote(error.workspaceId)} has the name ${quote(error.name)} already, apart from case and accents.`;
    case "workspace_archived":
      return "The workspace is archived.";
    case "workspace_not_archived":
      return "The workspace is active.";
    case "not_workspace_member":
      return `${quote(error.userId)} holds no role in the workspace.`;
    case "last_workspace_admin":
      return `These workspaces would be left without an admin: ${error.workspaceIds.slice(0, 5).map(quote).join(", ")}.`;
    case "last_organization_admin":
      return "The organization would be left without an admin.";
    case "workspace_member_limit":
      return `The workspace would have ${error.count} members; ${error.limit} are allowed.`;
    case "workspace_limit":
      return `The organization would have ${error.count} active workspaces; ${error.limit} are allowed.`;
    case "organization_member_limit":
      return `The organization would have ${error.count} members; ${error.limit} are allowed.`;
    case "operation_not_undoable":
      return "No operation with this id only added members to a workspace.";
    case "changed_since":
      return `The role of ${quote(error.userId)} was changed since.`;
    case "already_removed":
      return `${quote(error.userId)} holds no role there any more.`;
    case "contention":
      return "Others kept changing the organization until the deadline; nothing was done. Send the command again.";
    case "idempotency_key_reused":
      return `The idempotency key ${quote(error.idempotencyKey)} was used for another command.`;
    case "outcome_unknown":
      return "The store could not say whether the command was done. Send it again with the same idempotency key.";
    case "invalid_cursor":
      return "The cursor belongs to another query. Begin with the first page.";
    case "revision_not_reached":
      return `The store shows revision ${error.revision}, not yet ${error.atLeast}.`;
    case "position_ahead":
      return `The position ${error.after} lies ahead of the organization, whose last event is ${error.lastSequence}. The store may have been restored from a backup.`;
    case "aborted":
      return "The caller gave up; nothing was done.";
    case "storage_unavailable":
      return "The store cannot be used now.";
    case "storage_failed":
      return "The store failed.";
    case "storage_schema_mismatch":
      return `The store has schema ${error.found ?? "none"}, this package needs ${error.expected}. Run migrate(), or upgrade the package.`;
  }
}

function causeOf(cause: unknown): string {
  try {
    const { message } = (cause ?? {}) as { readonly message?: unknown };
    return typeof message === "string" ? message : String(cause);
  } catch {
    return "a cause that cannot be shown";
  }
}
