import type { OrganizationId } from "../../domain/values/ids.ts";

/** Notifies readers in this process of commits made in it, so that they need not wait for their next poll. */
export interface CommitBell {
  ring(organizationId: OrganizationId): void;
  /** Calls the listener once, at the next commit of the organization. Returns a function that removes the listener. */
  once(organizationId: OrganizationId, listener: () => void): () => void;
}

export function createCommitBell(): CommitBell {
  const listeners = new Map<OrganizationId, Set<() => void>>();
  return {
    ring(organizationId) {
      const waiting = listeners.get(organizationId);
      listeners.delete(organizationId);
      waiting?.forEach((listener) => listener());
    },
    once(organizationId, listener) {
      const waiting = listeners.get(organizationId) ?? new Set();
      listeners.set(organizationId, waiting.add(listener));
      return () => {
        waiting.delete(listener);
        if (waiting.size === 0 && listeners.get(organizationId) === waiting) listeners.delete(organizationId);
      };
    },
  };
}
