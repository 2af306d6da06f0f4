import type { Roster, RosterError } from "workspace-roster";

/** Who issues the commands of an import; every event that it causes names it. */
export const importer = { system: "import" };

export type ImportRoster = Roster;

/** A person of the file who did not get the role that it gives them. */
export interface Rejection {
  /** The path of the team; null for the organization itself. */
  readonly team: string | null;
  readonly userId: string;
  readonly role: string;
  readonly reason: RosterError;
}
