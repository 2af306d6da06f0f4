/** For each field, the values that it is asked with. A field without its choices does not compile. */
export type Choices<Fields> = { readonly [Field in keyof Fields]-?: readonly Fields[Field][] };

/**
 * Every combination of the choices, or that many of them, spread evenly over all.
 *
 * A step that shares no factor with the number of combinations visits each value of each field.
 */
export function combinations<Fields extends object>(choices: Choices<Fields>, most: number): readonly Fields[] {
  const fields = Object.entries(choices) as readonly (readonly [string, readonly unknown[]])[];
  const count = fields.reduce((product, [, values]) => product * values.length, 1);
  const step = count <= most ? 1 : stepFor(count, most);
  return Array.from(
    { length: Math.min(count, most) },
    (_, index) => combination(fields, (index * step) % count) as Fields,
  );
}

function combination(fields: readonly (readonly [string, readonly unknown[]])[], index: number): object {
  let rest = index;
  return Object.fromEntries(
    fields.map(([name, values]) => {
      const value = values[rest % values.length];
      rest = Math.floor(rest / values.length);
      return [name, value];
    }),
  );
}

function stepFor(count: number, most: number): number {
  let step = Math.max(1, Math.floor(count / most));
  while (greatestCommonDivisor(step, count) !== 1) step += 1;
  return step;
}

function greatestCommonDivisor(left: number, right: number): number {
  return right === 0 ? left : greatestCommonDivisor(right, left % right);
}
