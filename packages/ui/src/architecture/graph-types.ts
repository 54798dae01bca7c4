/** A node of an architecture, with its cost. Shapes are height, width, channels, or one length. */
export interface GraphNode {
  readonly id: string;
  readonly block: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly inputs: readonly string[];
  readonly group: string | null;
  readonly shape: readonly number[];
  readonly params: number;
  /** Multiply-accumulates of one image. */
  readonly flops: number;
}

export interface GraphCost {
  readonly params: number;
  readonly flops: number;
  readonly activationBytes: number;
}
