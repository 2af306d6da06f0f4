/**
 * Compares two well-formed strings as their UTF-8 bytes compare, which is the order of their code points.
 *
 * JavaScript's own `<` compares UTF-16 units and puts U+10000 and above before U+E000…U+FFFF, other than every engine.
 */
export function compareBytes(left: string, right: string): number {
  if (left === right) return 0;
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index += 1) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a !== b) return codePointRank(a) - codePointRank(b);
  }
  return left.length - right.length;
}

/** Moves surrogates, which spell the code points from U+10000 on, above all other units. */
function codePointRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
