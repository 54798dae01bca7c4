/** A column, or one character of each of its texts: `ops[2]` is the third character of `ops`. */
export interface ColumnReference {
  readonly column: string;
  readonly character: number | null;
}

export function parseReference(text: string): ColumnReference {
  const match = /^(.+)\[(\d+)\]$/.exec(text);
  return match === null ? { column: text, character: null } : { column: match[1] ?? '', character: Number(match[2]) };
}

/** What the space calls it: a letter first, then letters, digits, `_` and `-`. `ops[2]` is `ops_2`. */
export function parameterName(text: string): string {
  const name = text.replace(/[^\w-]+/g, '_').replace(/^_+|_+$/g, '');
  return /^[A-Za-z]/.test(name) ? name : `p${name}`;
}
