const longestShown = 100;

/** The value as an error message shows it: a JSON string of at most 100 of its characters, safe to print and to log. */
export function quote(value: string): string {
  return value.length <= longestShown ? JSON.stringify(value) : `${JSON.stringify(value.slice(0, longestShown))}…`;
}
