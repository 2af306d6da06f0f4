import type { ResultAsync } from "neverthrow";
import { quote } from "../domain/values/quote.ts";
import type { ChangesError } from "./queries/changes.ts";
import type { Roster } from "./roster.ts";
import type { RosterCommands } from "./roster-commands.ts";

/** Every error of a roster, and the reasons inside a rejected batch. Switch over `code`. */
export type RosterError =
  | ErrorOf<Roster<string, string>[Exclude<keyof Roster, "preview" | "changes" | "maintenance">]>
  | ErrorOf<Roster["maintenance"][keyof Roster["maintenance"]]>
  | ChangesError
  | Rejection;

/** The errors of one method of a roster, such as `ErrorOf<Roster["addMembers"]>`. */
export type ErrorOf<Method> = Method extends (...input: never) => ResultAsync<unknown, infer Failure> ? Failure : never;

/** The outcome of one method of a roster, such as `OutcomeOf<Roster["addMembers"]>`. */
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

/**
 * Returns the error in English, with at most 100 characters of any input value and, by default, nothing from the store's
 * own error. `withCause` adds its text, which may name hosts, users and statements: for operators only. Never throws.
 * Sentences may change in any release; codes change only in a major version.
 */
export function describeError(
  error: RosterError,
  { withCause = false }: { readonly withCause?: boolean | undefined } = {},
): string {
  const sentence = sentenceOf(error);
  return withCause && "cause" in error ? `${sentence.slice(0, -1)}: ${causeOf(error.cause)}` : sentence;
}

function sentenceOf(error: RosterError): string {
  switch (error.code) {
    case "invalid_input":
      return `The input is not valid: ${error.issues.map(({ path, message }) => (path === "" ? message : `${path} ${message}`)).join("; ")}.`;
    case "empty_batch":
      return "The batch names no users.";
    case "too_many_members":
      return `The batch names ${error.count} users, but one command takes at most ${error.limit}.`;
    case "too_many_changes":
      return `The command would make at least ${error.count} changes, but one commit takes at most ${error.limit}. Name fewer users.`;
    case "duplicate_user":
      return `The batch names users more than once: ${error.userIds.slice(0, 5).map(quote).join(", ")}.`;
    case "members_rejected":
      return `Nothing was written, because items were rejected (${error.rejected.length}): ${error.rejected.slice(0, 5).map(sentenceOf).join(" ")}`;
    case "not_organization_member":
      return `${quote(error.userId)} is not a member of the organization.`;
    case "role_conflict":
      return `${quote(error.userId)} already has the role ${error.currentRole}, not ${error.requestedRole}.`;
    case "forbidden":
      return error.needs === "system" ? "Only a system may do this." : `The actor lacks ${error.needs}.`;
    case "organization_not_found":
      return "There is no such organization.";
    case "organization_already_exists":
      return "There is already an organization with this id.";
    case "workspace_not_found":
      return "The organization has no such workspace.";
    case "workspace_already_exists":
      return "The organization already has a workspace with this id.";
    case "workspace_name_taken":
      return `The active workspace ${quote(error.workspaceId)} already has the name ${quote(error.name)}; case and accents are ignored.`;
    case "workspace_archived":
      return "The workspace is archived.";
    case "workspace_not_archived":
      return "The workspace is not archived.";
    case "not_workspace_member":
      return `${quote(error.userId)} holds no role in the workspace.`;
    case "last_workspace_admin":
      return `These workspaces would be left without an admin: ${error.workspaceIds.slice(0, 5).map(quote).join(", ")}.`;
    case "last_organization_admin":
      return "The organization would be left without an admin.";
    case "workspace_member_limit":
      return `The workspace would have ${error.count} members, but the limit is ${error.limit}.`;
    case "workspace_limit":
      return `The organization would have ${error.count} active workspaces, but the limit is ${error.limit}.`;
    case "organization_member_limit":
      return `The organization would have ${error.count} members, but the limit is ${error.limit}.`;
    case "operation_not_undoable":
      return "There is no operation with this id that only added members to a workspace.";
    case "changed_since":
      return `The role of ${quote(error.userId)} was changed since then.`;
    case "already_removed":
      return `${quote(error.userId)} was already removed from the workspace.`;
    case "contention":
      return "Other commands kept changing the organization until the deadline. Nothing was applied. Send the command again.";
    case "idempotency_key_reused":
      return `The idempotency key ${quote(error.idempotencyKey)} was used for another command or by another actor.`;
    case "outcome_unknown":
      return "The store could not say whether the command was applied. Send it again with the same idempotency key.";
    case "invalid_cursor":
      return "The cursor was altered or belongs to another query. Start with the first page.";
    case "revision_not_reached":
      return `The store shows revision ${error.revision}, but ${error.atLeast} was requested.`;
    case "position_ahead":
      return `The position ${error.after} is ahead of the organization's last event, ${error.lastSequence}. The store may have been restored from a backup.`;
    case "aborted":
      return "The caller gave up. Nothing was applied.";
    case "storage_unavailable":
      return "The store cannot be used now.";
    case "storage_failed":
      return "The store failed.";
    case "storage_schema_mismatch":
      return `The store has schema version ${error.found ?? "none"}, but this package needs ${error.expected}. Run migrate(), or upgrade the package.`;
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
