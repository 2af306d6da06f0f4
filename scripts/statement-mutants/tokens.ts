/** One word, number, text, parameter or sign of a statement. */
export interface Token {
  readonly text: string;
  /** In upper case, for comparing keywords. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** How many parentheses are open around it; a parenthesis itself counts as outside. */
  readonly depth: number;
}

const pattern =
  /x?'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(?:\d+|n)|\?|[A-Za-z_][A-Za-z_0-9]*|\d+|::|<>|<=|>=|\|\||[-+*/%=<>(),.;[\]]|(?<space>\s+|--[^\n]*)/gy;

/** Splits a statement into its tokens. Throws if it contains anything else, so that nothing is left out in silence. */
export function tokensOf(sql: string): readonly Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  let end = 0;
  for (const match of sql.matchAll(pattern)) {
    const [text] = match;
    const start = end;
    end += text.length;
    if (match.groups?.["space"] !== undefined) continue;
    if (text === ")") depth -= 1;
    tokens.push({ text, word: text.toUpperCase(), start, end, depth });
    if (text === "(") depth += 1;
  }
  if (end !== sql.length) throw new Error(`This is not a token: ${sql.slice(end, end + 20)}`);
  return tokens;
}
