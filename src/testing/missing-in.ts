const methods = ["load", "commit", "events", "pruneCommandRecords"];
const lists = ["organizationMembers", "workspaceMembers", "candidates", "workspaces", "workspacesOf"];
const handle = ["limits.members", ...methods, ...lists.map((name) => `read.${name}`)];
const parts = [...["storage", "second"].flatMap((name) => handle.map((part) => `${name}.${part}`)), "close"];

/** The first part that a store should have and has not, for authors who are not told by a compiler; null where it is whole. */
export function missingIn(store: unknown): string | null {
  return parts.find((part) => at(store, part) === undefined) ?? null;
}

function at(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((found, name) => (Object(found) as Record<string, unknown>)[name], value);
}
