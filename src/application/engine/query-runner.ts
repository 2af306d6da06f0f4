import { err, ok, type Result, ResultAsync } from "neverthrow";
import { organizationNotFound, type OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";
import type { OrganizationFacts } from "../../domain/facts/organization-facts.ts";
import type { CallOptions } from "./command-receipt.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { indexFacts } from "./index-facts.ts";
import { type Facts, type Need, need } from "../ports/need.ts";
import type { Runtime } from "./runtime.ts";
import type { QueryFailure } from "./errors.ts";
import { readAtLeast } from "./read-at-least.ts";

interface QueryRequest {
  readonly organizationId: OrganizationId;
  readonly atLeast: number | null;
}

export type RunnableQuery<Answer, Refusal> = (
  input: unknown,
  options?: CallOptions,
) => ResultAsync<Answer, Refusal | QueryFailure>;

/**
 * Makes a query callable that one load answers. Without `judge` no reader is authorized, because the host itself asks; then
 * the organization must only exist.
 */
export function runnableQuery<Request extends QueryRequest, Answer, Refusal extends { readonly code: string }>(
  runtime: Runtime,
  query: {
    readonly parse: (input: unknown) => Result<Request, InvalidInput>;
    readonly need: (request: Request) => Partial<Need>;
    readonly judge?: (facts: OrganizationFacts, request: Request) => Result<unknown, Refusal>;
    readonly answer: (facts: OrganizationFacts, request: Request, loaded: Facts) => Result<Answer, Refusal>;
  },
): RunnableQuery<Answer, Refusal | OrganizationNotFound> {
  async function run(
    input: unknown,
    signal?: AbortSignal,
  ): Promise<Result<Answer, Refusal | OrganizationNotFound | QueryFailure>> {
    const parsed = query.parse(input);
    if (parsed.isErr()) return err(parsed.error);

    const { organizationId, atLeast } = parsed.value;
    const needed = need(query.need(parsed.value));
    const loaded = await readAtLeast(
      {
        read: (options) => runtime.storage.load(organizationId, needed, options),
        revisionOf: ({ revision }) => revision,
        judge: (read): Result<unknown, Refusal | OrganizationNotFound> => {
          if (query.judge !== undefined) return query.judge(indexFacts(organizationId, read), parsed.value);
          return read.organization === null ? err(organizationNotFound()) : ok(null);
        },
        atLeast,
      },
      runtime,
      signal,
    );
    if (loaded.isErr()) return err(loaded.error);
    return query.answer(indexFacts(organizationId, loaded.value), parsed.value, loaded.value);
  }

  return (input, options) => new ResultAsync(run(input, options?.signal));
}
