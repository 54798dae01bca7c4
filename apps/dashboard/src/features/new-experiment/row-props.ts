/** An objective or a constraint as it stands in the specification, right or wrong. */
export type Row = Readonly<Record<string, unknown>>;

export interface RowProps {
  readonly index: number;
  readonly row: Row;
  readonly metrics: readonly { readonly name: string; readonly direction: string; readonly description: string }[];
  readonly onChange: (index: number, next: Row | null) => void;
  /** What is wrong with the row, or with a field of it. */
  readonly error: (...keys: readonly string[]) => string | undefined;
}
