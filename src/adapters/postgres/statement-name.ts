/**
 * A name for a prepared statement that tells its text: two storages with other tables may share a connection, and one
 * name must not stand for two texts.
 */
export function statementName(text: string): string {
  let [low, high] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x9e3779b1);
    high = Math.imul(high ^ unit, 0x5f356495);
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  return `roster_${hex(low)}${hex(high)}`;
}

function hex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, "0");
}
