import type { Budget, Constraint, Objective } from '../spec/experiment-spec.js';
import type { Space } from '../spec/space.js';

/** One search, as an algorithm sees it. */
export interface SearchContext<Options> {
  readonly space: Space;
  readonly objectives: readonly Objective[];
  readonly constraints: readonly Constraint[];
  readonly options: Options;
  readonly budget: Budget;
  /** The last step a trial reports when nobody stops it (epochs), known from the task: the full fidelity. Integer ≥ 1. */
  readonly maxStep: number;
}
