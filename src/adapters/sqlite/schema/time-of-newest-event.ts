/** Version 2: the guard has the time of the organization's newest event, so that no later event gets an earlier time. */
export const timeOfNewestEvent: readonly string[] = [
  `ALTER TABLE roster_guard ADD COLUMN last_at TEXT`,
  `UPDATE roster_guard SET last_at = (SELECT e.body ->> '$.at' FROM roster_event AS e
    WHERE e.organization_id = roster_guard.organization_id AND e.sequence = roster_guard.last_sequence)`,
];
