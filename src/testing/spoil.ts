/** Changes everything inside of a value that lets itself be changed, down to the last array. A frozen value is as good. */
export function spoil(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === "object" && member !== null) spoil(member);
    else Reflect.set(value, name, `spoilt ${String(member)}`);
  }
  if (Array.isArray(value)) Reflect.set(value, value.length, "spoilt");
}
