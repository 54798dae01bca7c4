/** Where an array of a layer of the built model goes. */
export interface PlacedWeight {
  /** The layer's name in the built model, and the place of the array in its `getWeights`. */
  readonly layer: string;
  readonly index: number;
  /** What the file calls the array: its key in weights.npz. */
  readonly name: string;
  /** The order of the axes there, as numbers of TensorFlow's; undefined: the same. */
  readonly axes?: readonly number[];
}

/** A network as a program that a person reads, and where each of its weights goes. */
export interface NetworkSource {
  readonly text: string;
  readonly weights: readonly PlacedWeight[];
}
