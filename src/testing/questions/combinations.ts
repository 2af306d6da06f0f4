/** For each field, the values that it is asked with. A field without its choices does not compile. */
export type Choices<Fields> = { readonly [Field in keyof Fields]-?: readonly Fields[Field][] };

type Field = readonly [name: string, values: readonly unknown[]];

/**
 * For each set of filters, every combination of their values, or that many of them.
 *
 * A filter can be left out if its first value is null or empty.
 */
export function combinationsOfFilters<Fields extends object>(
  choices: Choices<Fields>,
  most: number,
): readonly Fields[] {
  let sets: readonly (readonly Field[])[] = [[]];
  for (const [name, values] of Object.entries<readonly unknown[]>(choices)) {
    sets = sets.flatMap((set) => parts(values).map((part) => [...set, [name, part] as const]));
  }
  return sets.flatMap((set) => combinations<Fields>(Object.fromEntries(set) as unknown as Choices<Fields>, most));
}

/** Without the filter, and with it. */
function parts(values: readonly unknown[]): readonly (readonly unknown[])[] {
  const [first] = values;
  const isLeftOut = first === null || (Array.isArray(first) && first.length === 0);
  return isLeftOut ? [[first], values.slice(1)] : [values];
}

/**
 * Every combination of the choices, or that many of them: some with values of the same index, which belong to the same
 * rows (all of these, if there is room), and the others spread over all combinations.
 */
export function combinations<Fields extends object>(choices: Choices<Fields>, most: number): readonly Fields[] {
  const fields: readonly Field[] = Object.entries<readonly unknown[]>(choices);
  const count = fields.reduce((product, [, values]) => product * values.length, 1);
  const indexes = Array.from({ length: Math.min(count, most) }, (_, index) => index);
  if (count <= most) return indexes.map((index) => combination(fields, index) as Fields);
  const longest = Math.max(...fields.map(([, values]) => values.length));
  const alignedCount = longest <= most ? longest : Math.ceil(most / 2);
  const step = stepFor(count, most);
  return indexes.map((index) => {
    const isAligned = index < alignedCount;
    return (
      isAligned
        ? aligned(fields, Math.floor((index * longest) / alignedCount))
        : combination(fields, (index * step) % count)
    ) as Fields;
  });
}

function aligned(fields: readonly Field[], index: number): object {
  return Object.fromEntries(fields.map(([name, values]) => [name, values[index % values.length]]));
}

function combination(fields: readonly Field[], index: number): object {
  let rest = index;
  return Object.fromEntries(
    fields.map(([name, values]) => {
      const value = values[rest % values.length];
      rest = Math.floor(rest / values.length);
      return [name, value];
    }),
  );
}

/** Shares no factor with the number of combinations, so that each value of each field is visited. */
function stepFor(count: number, most: number): number {
  let step = Math.floor(count / most);
  while (greatestCommonDivisor(step, count) !== 1) step += 1;
  return step;
}

function greatestCommonDivisor(left: number, right: number): number {
  return right === 0 ? left : greatestCommonDivisor(right, left % right);
}

/**
 * Few parts of the values, so that for any two of them, one part has the first without the second: whatever is returned
 * too because it resembles a value that was asked for is seen.
 */
export function separatingParts<Value>(values: readonly Value[]): readonly (readonly Value[])[] {
  const bits = Math.ceil(Math.log2(Math.max(2, values.length)));
  const byBit = Array.from({ length: bits }, (_, bit) =>
    [0, 1].map((side) => values.filter((__, index) => Math.floor(index / 2 ** bit) % 2 === side)),
  );
  return [values, values.slice(0, 1), ...byBit.flat()].filter((part) => part.length > 0);
}
