/** Two names are the same if their folded forms are equal (rule W2). */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().normalize("NFKC");
}

/** Compares by UTF-8 bytes. */
export function byBytes(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

/** ClassifiedItems by name key and then by id, as bytes. */
export function inListOrder<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  idOf: (item: Item) => string,
): readonly Item[] {
  return [...items].sort(
    (left, right) => byBytes(folded(nameOf(left)), folded(nameOf(right))) || byBytes(idOf(left), idOf(right)),
  );
}

/** Whether each typed word is a prefix of a word of the name, of the email, of its local part, or of a part of either. */
export function matches(search: string | undefined, name: string, email: string | null): boolean {
  const typed = folded(search ?? "").split(/\s+/u);
  const words = folded(name).split(/\s+/u);
  if (email !== null) words.push(folded(email), ...folded(email).split("@").slice(0, 1));
  const parts = [...folded(name).split(/\s+/u), ...words.slice(-1)].flatMap((word) => word.split(/[._+-]/u));
  const all = [...words, ...parts];
  return typed.every((part) => part === "" || all.some((word) => word.startsWith(part)));
}
