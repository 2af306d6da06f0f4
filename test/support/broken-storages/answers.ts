import { ResultAsync } from "neverthrow";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import { type Breaks, broken, brokenSecond, type BrokenStorage } from "./broken-storage.ts";

const answersResults = "answers › answers a ResultAsync from every method, and throws nothing";

type Method = (...args: never[]) => unknown;

/** Answers of load, or of one list, are changed. The compiler would not let them. */
function answers(change: (call: () => PromiseLike<unknown>, args: readonly unknown[]) => unknown): Breaks {
  return (storage) => ({ ...storage, load: changed(storage, "load", change) as RosterStorage["load"] });
}

function changed(
  methods: object,
  name: string,
  change: (call: () => PromiseLike<unknown>, args: readonly unknown[]) => unknown,
) {
  const method = Reflect.get(methods, name) as Method;
  return (...args: readonly unknown[]) => change(() => method(...(args as never[])) as PromiseLike<unknown>, args);
}

export const brokenAnswers: readonly BrokenStorage[] = [
  broken(
    "returns a Promise of a result",
    answers(async (call) => call()),
    answersResults,
  ),
  broken(
    "returns a plain value",
    answers(() => ({ revision: 0 })),
    answersResults,
  ),
  broken(
    "returns a rejected result",
    answers(() => new ResultAsync(Promise.reject(new Error("no server")))),
    answersResults,
  ),
  broken(
    "returns a ResultAsync of a plain value",
    answers((call) => new ResultAsync(Promise.resolve(call()).then(() => ({ revision: 0 }) as never))),
    answersResults,
  ),
  broken(
    "throws an error instead of returning it",
    answers(() => {
      throw new Error("no server");
    }),
    answersResults,
  ),
  broken(
    "throws if the signal has fired",
    answers((call, [, , options]) => {
      (options as { readonly signal?: AbortSignal }).signal?.throwIfAborted();
      return call();
    }),
    answersResults,
  ),
  brokenSecond(
    "returns a Promise of a page through its second handle",
    (storage) => ({
      ...storage,
      read: {
        ...storage.read,
        candidates: changed(storage.read, "candidates", async (call) =>
          call(),
        ) as unknown as RosterStorage["read"]["candidates"],
      },
    }),
    answersResults,
  ),
];
