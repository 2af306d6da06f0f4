/** Pseudorandom numbers: the same seed returns the same numbers. */
export interface Random {
  /** A number from 0, below 1. */
  readonly next: () => number;
  /** A whole number from 0, below `end`. */
  readonly below: (end: number) => number;
  /** One of the items. */
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** Some of the items in any order: at least one, at most `most`. */
  readonly some: <Item>(items: readonly [Item, ...Item[]], most: number) => readonly [Item, ...Item[]];
  /** Starts again with this seed. */
  readonly restart: (seed: number) => void;
}

/** The generator mulberry32. The seed is mixed first, so that neighboring seeds return unrelated numbers. */
export function randomOf(seed: number): Random {
  let state = mixed(seed);

  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  }

  function below(end: number): number {
    return Math.floor(next() * end);
  }

  function pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[below(items.length)] ?? items[0];
  }

  return {
    next,
    below,
    pick,
    some(items, most) {
      const [first, ...rest] = items.map((item) => ({ item, place: next() })).sort((a, b) => a.place - b.place);
      const others = rest.slice(0, below(Math.min(most, items.length))).map(({ item }) => item);
      return [first?.item ?? items[0], ...others];
    },
    restart(another) {
      state = mixed(another);
    },
  };
}

function mixed(seed: number): number {
  return Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ (seed >>> 13);
}
