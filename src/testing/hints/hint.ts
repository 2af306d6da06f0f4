/** The usual cause of a failure, for the cases of the groups that begin with `group` and whose names contain `name`. */
export interface Hint {
  readonly group: string;
  readonly name: string;
  readonly cause: string;
}

export function hint(group: string, name: string, cause: string): Hint {
  return { group, name, cause };
}
