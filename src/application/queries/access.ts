import { err, type Result, ResultAsync } from "neverthrow";
import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import { type Access, explainAccess } from "../../domain/role-assignment/access.ts";
import type { WorkspaceNotFound } from "../../domain/workspace/workspace-not-found.ts";
import type { CallOptions } from "../commands/command-outcome.ts";
import { indexFacts } from "../index-facts.ts";
import { need } from "../ports/need.ts";
import type { Runtime } from "../runtime.ts";
import { accessParser, type AskAccess, canParser } from "../schemas/access-schema.ts";
import type { QueryFailure } from "./query-failure.ts";
import { readAtLeast } from "./read-at-least.ts";

export type AccessRefusal = OrganizationNotFound | WorkspaceNotFound;

type Answer<Value> = Result<Value, AccessRefusal | QueryFailure>;

/** What a user may do in a workspace, and why. */
export function runnableAccess(
  runtime: Runtime,
): (input: unknown, options?: CallOptions) => ResultAsync<Access, AccessRefusal | QueryFailure> {
  const parse = accessParser();
  return (input, options) =>
    new ResultAsync(
      (async (): Promise<Answer<Access>> => {
        const parsed = parse(input);
        return parsed.isErr() ? err(parsed.error) : accessOf(runtime, parsed.value, options?.signal);
      })(),
    );
}

/** Whether a user has one permission in a workspace. */
export function runnableCan(
  runtime: Runtime,
): (input: unknown, options?: CallOptions) => ResultAsync<boolean, AccessRefusal | QueryFailure> {
  const parse = canParser(runtime);
  return (input, options) =>
    new ResultAsync(
      (async (): Promise<Answer<boolean>> => {
        const parsed = parse(input);
        if (parsed.isErr()) return err(parsed.error);
        const access = await accessOf(runtime, parsed.value, options?.signal);
        return access.map(({ permissions }) => permissions.includes(parsed.value.permission));
      })(),
    );
}

async function accessOf(runtime: Runtime, ask: AskAccess, signal: AbortSignal | undefined): Promise<Answer<Access>> {
  const { organizationId, workspaceId, userId, atLeast } = ask;
  const wanted = need({
    members: [userId],
    workspaces: [workspaceId],
    assignments: [{ workspaceId, userIds: [userId] }],
  });
  const loaded = await readAtLeast(
    () => runtime.storage.load(organizationId, wanted, { signal }),
    ({ revision }) => revision,
    atLeast,
    runtime,
    signal,
  );
  return loaded.isErr() ? err(loaded.error) : explainAccess(indexFacts(organizationId, loaded.value), ask, runtime);
}
