/** Whether a statement of the PostgreSQL adapter is the one that commits. */
export function isCommit(text: string): boolean {
  return text.includes("inserted_command");
}

/** Whether it is one that loads what a command needs. */
export function isLoad(text: string): boolean {
  return text.includes("roster_guard") && !isCommit(text);
}
