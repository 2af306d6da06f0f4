/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Pass it as `after` for the next page; null when this is the last. */
  readonly next: string | null;
}
