import type { JsonObject } from '@cambium/core';
import type { TensorShape } from '../tensor-shape.js';
import type { PythonCall } from './python.js';

/** One array of a layer, in the order of the built layer's `getWeights`. */
export interface SourceWeight {
  /** What PyTorch's module calls it. */
  readonly name: string;
  /**
   * A layer of several: the built layer that has the array, `<part>-<inner>`. Keras' helper gives it the same name.
   * Undefined: the layer itself.
   */
  readonly inner?: string;
  /** PyTorch's axes, as numbers of TensorFlow's; undefined: the same ones. */
  readonly axes?: readonly number[];
}

/** One layer as both libraries write it. Layers without `weights` have nothing to load. */
export interface SourceLayer {
  /** As `build.ts` names it: the node's own layer when undefined, else what comes after the node's id and a slash. */
  readonly part?: string;
  readonly pytorch: PythonCall;
  readonly keras: PythonCall;
  readonly weights?: readonly SourceWeight[];
}

/** Where a block is written: its node's attributes, and shapes without the batch, channels last. */
export interface SourceSite<Attributes> {
  readonly attributes: Attributes;
  readonly inputs: readonly TensorShape[];
  readonly output: TensorShape;
}

/** How several values become the one that the layers take. */
export interface SourceJoin {
  /** An expression of the names. */
  pytorch(names: readonly string[]): string;
  /** A layer that takes a list. */
  readonly keras: PythonCall;
}

/** The readable half of a block: the layers that its `build.ts` makes, one after the other, in Python. Pure. */
export interface BlockSource<Attributes = JsonObject> {
  readonly name: string;
  /** For a block that takes several inputs. */
  join?(site: SourceSite<Attributes>): SourceJoin;
  layers(site: SourceSite<Attributes>): readonly SourceLayer[];
}

export function defineSource<Attributes>(source: BlockSource<Attributes>): BlockSource {
  return source as unknown as BlockSource;
}
