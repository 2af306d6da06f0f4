/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Pass it as `after` to get the next page; null if this is the last page. */
  readonly next: string | null;
}
