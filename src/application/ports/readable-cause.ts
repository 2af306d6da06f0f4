const maxErrors = 5;
const maxDepth = 5;

/**
 * The same error with a `toJSON` method that makes its `cause` readable; `JSON.stringify` alone would write an Error as
 * `{}`. `cause` itself stays unchanged. The method is not enumerable, so that the error is still plain data to code that
 * compares or copies it.
 */
export function withReadableCause<Failure extends object>(error: Failure): Failure {
  if (!("cause" in error) || "toJSON" in error) return error;
  const toJSON = (): object => ({ ...error, cause: readable(error.cause, maxDepth) });
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

/** Checks the shape, so that an Error of another realm counts too. */
function isErrorLike(cause: unknown): cause is ErrorLike {
  return typeof cause === "object" && cause !== null && "message" in cause && typeof cause.message === "string";
}

function readableError({ name, message, code, cause, errors }: ErrorLike, depth: number): object {
  const goesDeeper = depth > 1;
  return {
    ...(typeof name === "string" ? { name } : {}),
    message,
    ...(typeof code === "string" || typeof code === "number" ? { code } : {}),
    ...(goesDeeper && cause !== undefined ? { cause: readable(cause, depth - 1) } : {}),
    ...(goesDeeper && Array.isArray(errors)
      ? { errors: errors.slice(0, maxErrors).map((each) => readable(each, depth - 1)) }
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
