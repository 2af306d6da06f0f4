import type { UserId } from "./ids.ts";

/** Who issues a command: a user of the organization, or a named system that the host vouches for. */
export type Actor = { readonly userId: UserId } | { readonly system: string };

/** The right by which an actor acted. Stored with each event, so that an audit need not infer it from today's roles. */
export type Authority =
  "system" | "founder" | "organization_admin" | "organization_member" | "workspace_admin" | "workspace_member";
