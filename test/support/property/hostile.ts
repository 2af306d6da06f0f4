import fc from "fast-check";
import { listCallIn } from "./queries.ts";
import type { AnyRoster } from "./roster.ts";
import { stepIn } from "./steps.ts";
import * as values from "./values.ts";

/** A method of the roster with its input. */
export interface Call {
  readonly method: Exclude<keyof AnyRoster, "preview" | "changes" | "maintenance">;
  readonly input: unknown;
}

/** A value that may throw as soon as anybody reads or prints it, so it is made only when it is used. */
export interface Made<Value> {
  readonly label: string;
  readonly make: () => Value;
  /** Makes fast-check print the label. */
  readonly [fc.toStringMethod]: () => string;
}

/** Long inputs consist of this letter only, so that a test can tell if a message quotes too much of one. */
export const longText = "Ж";

const point = { organizationId: fc.constant(values.north), workspaceId: values.workspaceId, userId: values.userId };
const many = {
  organizationId: point.organizationId,
  workspaceIds: fc.uniqueArray(values.workspaceId),
  userIds: fc.uniqueArray(values.userId),
};

/** A valid call of any method. */
export const anyCall: fc.Arbitrary<Call> = fc.oneof(
  { weight: 4, arbitrary: stepIn().map(({ command, input }) => ({ method: command, input })) },
  { weight: 2, arbitrary: listCallIn(values.north).map(({ query, input }) => ({ method: query, input })) },
  { weight: 1, arbitrary: fc.record(point).map((input) => ({ method: "access", input }) as const) },
  { weight: 1, arbitrary: fc.record(many).map((input) => ({ method: "accessMany", input }) as const) },
  {
    weight: 1,
    arbitrary: fc
      .record({ ...point, permission: fc.constantFrom("members:manage", "resources:use") })
      .map((input) => ({ method: "can", input }) as const),
  },
);

const long = fc.oneof(
  fc.integer({ min: 101, max: 127 }).map((count) => longText.repeat(count)),
  fc.constantFrom(longText.repeat(300), longText.repeat(20_000)),
);
const odd = fc.constantFrom<unknown>(
  ...["", " ", "\u0000", "\ud800", "a\u200b", "__proto__", "e\u0301", "a@b", "a@b@c", "😀"],
  ...[0, -0, -1, 0.5, NaN, Infinity, 2 ** 53, 500, 501, 10n],
  ...[Symbol("x"), () => "x", Promise.resolve("x"), new Error("x"), /x/u],
);
const plain = fc.oneof(
  fc.anything({
    maxDepth: 2,
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  }),
  long,
  odd,
  fc.constantFrom(10_001, 2 ** 32 - 1).map((length) => Object.assign([], { length })),
);

const traps = ["get", "has", "ownKeys", "getPrototypeOf", "getOwnPropertyDescriptor"] as const;
const hostileObjects: readonly Made<unknown>[] = [
  ...[new Error("no"), null, "no"].map((thrown) =>
    made(`getters that throw ${String(thrown)}`, () => throwing(thrown)),
  ),
  ...traps.map((trap) => made(`a proxy whose ${trap} throws`, () => new Proxy([], { [trap]: refuse }))),
  ...[NaN, -1, 0.5, "x", null, 2 ** 53].map((length) =>
    made(`an array that claims the length ${length}`, () => liar(length)),
  ),
  made("a revoked proxy", gone),
  made("an array of endless arrays", () => {
    const endless: unknown[] = [];
    endless.push(endless);
    return endless;
  }),
];

/** Any value: with any prototype, sparse or huge arrays, getters and proxies that throw, revoked proxies. */
export const hostile: fc.Arbitrary<Made<unknown>> = fc.oneof(
  { weight: 3, arbitrary: plain.map((value) => made(fc.stringify(value).slice(0, 200), () => value)) },
  { weight: 1, arbitrary: fc.constantFrom(...hostileObjects) },
);

/** The call with a hostile value in one place of its input, or in an unknown field. */
export function spoiled({ method, input }: Call): fc.Arbitrary<Made<Call>> {
  const extra = fc
    .oneof(long, fc.constantFrom("extra", "__proto__", "constructor", "toString"))
    .map((field) => [field]);
  const place = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pathsIn(input)) }, { weight: 1, arbitrary: extra });
  return fc.tuple(place, hostile).map(([at, { label, make }]) =>
    made(`${method} of ${fc.stringify(input)} with ${at.join(".").slice(0, 200)} = ${label}`, () => ({
      method,
      input: replaced(input, at, make()),
    })),
  );
}

type Path = readonly string[];

/** The paths of all parts of the value, including the value itself. */
function pathsIn(value: unknown): readonly Path[] {
  if (typeof value !== "object" || value === null) return [[]];
  const inside = Object.entries(value).flatMap(([field, part]) =>
    pathsIn(part).map((place): Path => [field, ...place]),
  );
  return [[], ...inside];
}

function replaced(whole: unknown, [field, ...rest]: Path, value: unknown): unknown {
  if (field === undefined) return value;
  const copy: object = Array.isArray(whole) ? whole.slice() : { ...(whole as object) };
  const part: unknown = Object.hasOwn(copy, field) ? (copy as Record<string, unknown>)[field] : undefined;
  const descriptor = { value: replaced(part, rest, value), enumerable: true, configurable: true };
  return Object.defineProperty(copy, field, descriptor);
}

function made<Value>(label: string, make: () => Value): Made<Value> {
  return { label, make, [fc.toStringMethod]: () => label };
}

function refuse(): never {
  throw new TypeError("no");
}

function throwing(thrown: unknown): unknown {
  const get = () => {
    throw thrown;
  };
  const fields = ["organizationId", "userId", "system", "role", "actor"];
  return Object.defineProperties({}, Object.fromEntries(fields.map((field) => [field, { get, enumerable: true }])));
}

function liar(length: unknown): unknown {
  return new Proxy([], {
    get: (target, field) => (field === "length" ? length : Reflect.get(target, field)) as unknown,
  });
}

function gone(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
