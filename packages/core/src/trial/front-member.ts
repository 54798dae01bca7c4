/**
 * A trial on its experiment's Pareto front: an ordinary, complete one that breaks no constraint, and that no other is at
 * least as good as in every objective. Of equals the first that ended is on it. Values of fewer steps are no match for
 * those of more: all members were to end at the same step. With one objective the front is the best trial alone.
 */
export interface FrontMember {
  readonly number: number;
  /** As measured, or the mean of its repetitions once the leaders were evaluated again. */
  readonly values: readonly number[];
  /** The step at which it was to end: its fidelity, or the experiment's `maxStep`. */
  readonly steps: number;
}

export interface FrontChange {
  readonly joined: readonly FrontMember[];
  /** Numbers of those that leave. */
  readonly left: readonly number[];
}
