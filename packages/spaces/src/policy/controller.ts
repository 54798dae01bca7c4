import type { Axis } from './axis.js';

/**
 * What the policy learns with. An episode goes through the active axes in the space's order: outputs of an axis, the action
 * that was taken on it, and so on.
 */
export interface Controller {
  readonly weights: Float64Array;
  beginEpisode(): void;
  /** What describes the distribution of the axis, {@link Axis.width} numbers; to be read before the next call. */
  outputs(axis: Axis): Float64Array;
  take(axis: Axis, action: number): void;
  /**
   * Adds the gradient by the weights to `into`. `outputGradients` has one row for each axis of the episode, in order, with
   * the gradient by its outputs.
   */
  addGradient(outputGradients: readonly Float64Array[], into: Float64Array): void;
}
