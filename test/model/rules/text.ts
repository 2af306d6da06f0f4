/** Two names are the same name where they fold alike (rule W2). */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().normalize("NFKC");
}

/** Below, equal or above as UTF-8. */
export function byBytes(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

/** Sorted by name key and then by id, as bytes. */
export function inListOrder<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  idOf: (item: Item) => string,
): readonly Item[] {
  return [...items].sort(
    (left, right) => byBytes(folded(nameOf(left)), folded(nameOf(right))) || byBytes(idOf(left), idOf(right)),
  );
}

/** Whether each word typed begins some word of the name, of the email, of its local part, or a part of either. */
export function matches(search: string | undefined, name: string, email: string | null): boolean {
  const typed = folded(search ?? "").split(/\s+/u);
  const words = folded(name).split(/\s+/u);
  if (email !== null) words.push(folded(email), ...folded(email).split("@").slice(0, 1));
  const parts = [...folded(name).split(/\s+/u), ...words.slice(-1)].flatMap((word) => word.split(/[._+-]/u));
  const all = [...words, ...parts];
  return typed.every((part) => part === "" || all.some((word) => word.startsWith(part)));
}
