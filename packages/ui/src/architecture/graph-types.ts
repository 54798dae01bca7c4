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

/** An attribute, or the block itself, that differs; null or absent where one side does not have it. */
export interface ValueChange {
  readonly name: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

/** A node that is in both networks and not the same in them. */
export interface NodeChange {
  readonly from: GraphNode;
  readonly to: GraphNode;
  readonly values: readonly ValueChange[];
  /** Ids of the inputs that only one of them takes; all of both where they differ in their order alone. */
  readonly removedInputs: readonly string[];
  readonly addedInputs: readonly string[];
}

/** What makes the network `to` of the network `from`. */
export interface GraphDiff {
  readonly from: Pick<GraphCost, 'params' | 'flops'>;
  readonly to: Pick<GraphCost, 'params' | 'flops'>;
  readonly removed: readonly GraphNode[];
  readonly added: readonly GraphNode[];
  readonly changed: readonly NodeChange[];
}
