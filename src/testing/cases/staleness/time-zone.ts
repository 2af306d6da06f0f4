interface Environment {
  TZ?: string | undefined;
}

/** The variables of the process, on a platform that has them. */
const environment = (globalThis as { readonly process?: { readonly env?: Environment } }).process?.env;
const original = environment?.TZ;

/**
 * Runs a part of a case as in a program that sets its time zone. Node and Bun take it at once, except in a worker thread. Elsewhere
 * the part runs in the zone of the process.
 */
export async function inTimeZone<Value>(zone: string, body: () => Promise<Value>): Promise<Value> {
  try {
    if (environment !== undefined) environment.TZ = zone;
    return await body();
  } finally {
    if (environment !== undefined) restore(environment);
  }
}

function restore(variables: Environment): void {
  if (original === undefined) delete variables.TZ;
  else variables.TZ = original;
}
