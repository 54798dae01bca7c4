import type { JsonObject, Schema } from '@cambium/core';
import type { ZodType } from 'zod';
import type { LayerCost } from './layer-cost.js';
import type { TensorShape } from './tensor-shape.js';

export type ShapeResult =
  | { readonly kind: 'shape'; readonly shape: TensorShape }
  /** `message` says what does not fit and what would, as the rest of a sentence about the block. */
  | { readonly kind: 'refused'; readonly message: string };

/** One use of a block that must work; the contract suite tries each. */
export interface BlockExample {
  readonly attributes: JsonObject;
  readonly inputs: readonly TensorShape[];
}

/**
 * The pure half of a block: what it takes and gives, and what it costs. `build.ts` beside it makes the layers.
 * All functions are pure; `attributes` have passed the block's schema, `inputs` its arity.
 */
export interface BlockSpec<Attributes = unknown> {
  readonly name: string;
  /** One sentence for people who choose blocks. */
  readonly summary: string;
  /** Strict: an unknown attribute is refused. Its JSON Schema is what the dashboard shows. */
  readonly attributes: ZodType<Attributes> & Schema<Attributes>;
  /** How many inputs it takes; `max` null: any number. */
  readonly arity: { readonly min: number; readonly max: number | null };
  /** The attribute that is its output's channels or length; absent: they follow from its inputs. */
  readonly width?: keyof Attributes & string;
  /** True when the order of its inputs does not change what it computes. */
  readonly commutative: boolean;
  readonly examples: readonly [BlockExample, ...BlockExample[]];
  shape(attributes: Attributes, inputs: readonly TensorShape[]): ShapeResult;
  /** Asked only where `shape` gave `output`. */
  cost(attributes: Attributes, inputs: readonly TensorShape[], output: TensorShape): LayerCost;
  /** Asked for one input only: true when it hands it on unchanged, in training too. Absent: never. */
  isIdentity?(attributes: Attributes): boolean;
  /** True when its output is 0 whatever comes in. */
  readonly isZero?: true;
  /** True when it adds its inputs before anything else: a sum of sums is one sum, and zeros don't count. */
  readonly isSum?: true;
  /**
   * Attributes that came after the block's first release, with the values that mean what it did before. Those leave its
   * architectures' hashes as they were.
   */
  readonly laterAttributes?: Readonly<Partial<Attributes>>;
}

/** Keeps a block's own types inside its folder while the registry holds `BlockSpec<unknown>`. */
export function defineBlock<Attributes>(spec: BlockSpec<Attributes>): BlockSpec {
  return spec as unknown as BlockSpec;
}
