import type { Result } from "neverthrow";
import type { Request } from "./call.ts";
import type { Settings } from "./settings.ts";

/** An error with the broken law, the settings and all requests so far, as calls that can be pasted into a test. */
export function failureOf(
  law: string,
  settings: Settings,
  played: readonly { readonly request: Request; readonly answer: Result<unknown, unknown> }[],
): Error {
  const calls = played.map(({ request, answer }) => `  ${callOf(request)} // ${resultOf(answer)}`);
  return new Error([law, `settings: ${JSON.stringify(settings)}`, ...calls].join("\n"));
}

function callOf(request: Request): string {
  const method = "query" in request ? request.query : `${request.isPreview ? "preview." : ""}${request.command}`;
  return `await roster.${method}(${JSON.stringify(request.input)});`;
}

function resultOf(answer: Result<unknown, unknown>): string {
  const { code } = (answer.isErr() ? answer.error : {}) as { readonly code?: string };
  return (
    code ?? (((answer.isOk() ? answer.value : {}) as { readonly replayed?: boolean }).replayed ? "replayed" : "ok")
  );
}
