const mostErrors = 5;
const deepest = 5;

/**
 * The same error with its `cause` untouched, but readable as JSON: `JSON.stringify` makes `{}` of an Error. The method
 * that does it cannot be enumerated, so that the error stays plain data to whoever compares or copies it.
 */
export function withReadableCause<Failure extends object>(error: Failure): Failure {
  if (!("cause" in error) || "toJSON" in error) return error;
  const toJSON = (): object => ({ ...error, cause: readable(error.cause, deepest) });
  return Object.defineProperty({ ...error }, "toJSON", { value: toJSON });
}

function readable(cause: unknown, depth: number): unknown {
  try {
    if (isErrorLike(cause)) return readableError(cause, depth);
    return cause === undefined ? null : JSON.parse(JSON.stringify(cause));
  } catch {
    return asText(cause);
  }
}

interface ErrorLike {
  readonly name?: unknown;
  readonly message: string;
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/** By its shape: an Error of another realm is one too. */
function isErrorLike(cause: unknown): cause is ErrorLike {
  return typeof cause === "object" && cause !== null && "message" in cause && typeof cause.message === "string";
}

function readableError({ name, message, code, cause, errors }: ErrorLike, depth: number): object {
  const more = depth > 1;
  return {
    ...(typeof name === "string" ? { name } : {}),
    message,
    ...(typeof code === "string" || typeof code === "number" ? { code } : {}),
    ...(more && cause !== undefined ? { cause: readable(cause, depth - 1) } : {}),
    ...(more && Array.isArray(errors)
      ? { errors: errors.slice(0, mostErrors).map((each) => readable(each, depth - 1)) }
      : {}),
  };
}

function asText(cause: unknown): string {
  try {
    return String(cause);
  } catch {
    return "a cause that cannot be shown";
  }
}
