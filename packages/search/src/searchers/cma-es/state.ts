import type { RankedTrial } from '../../history/ranked-trial.js';
import type { CategoricalDistribution } from './categorical-distribution.js';
import type { SearchDistribution } from './search-distribution.js';

// Types, not interfaces: only then are they assignable to `Json`.

/** One draw from the distribution of its time. */
export type Sample = {
  /** The trial's number. */
  readonly number: number;
  readonly run: number;
  /** y = A⁻¹·(x − m)/σ with m, σ, A as they were when it was drawn. */
  readonly step: readonly number[];
  /** Index of the choice of each categorical parameter. */
  readonly choices: readonly number[];
};

/** A sample with its result; null: it measured nothing, which is worse than anything. */
export type Evaluated = Sample & { readonly result: RankedTrial | null };

/** Why a run ended. */
export type RunEnd = 'converged' | 'flat' | 'stagnated' | 'ill-conditioned' | 'nothing new' | 'spent';

/** From one start to the next. */
export type Run = {
  readonly index: number;
  /** λ. */
  readonly population: number;
  readonly numeric: SearchDistribution;
  readonly categorical: CategoricalDistribution;
  /** How often the distributions were updated, or would have been had the results differed. */
  readonly generation: number;
  /** Told samples of the generation that is being filled. */
  readonly evaluated: readonly Evaluated[];
  /** Results it was told. */
  readonly told: number;
  /** The best sample and the best median of a generation, each with the generation in which it came. */
  readonly best: Progress | null;
  readonly median: Progress | null;
  /** Generations in a row whose results were all the same. */
  readonly flat: number;
  /** Absent while it goes on. */
  readonly ended?: RunEnd;
  /** Why the run before it ended. */
  readonly after?: RunEnd;
};

export type Progress = { readonly generation: number; readonly result: RankedTrial };

/** What runs spent so far, for the choice of the next one's population. */
export type Restarts = {
  /** Runs with a doubled population; 0 after the first. */
  readonly doublings: number;
  /** Results told to runs with large and with small populations, the first run aside. */
  readonly large: number;
  readonly small: number;
  /** Results told to the last large run, the first at the beginning. */
  readonly lastLarge: number;
  /** Whether the present run is a small one, and after how many results it must end. */
  readonly limit: number | null;
};

export type CmaEsState = {
  readonly run: Run;
  readonly restarts: Restarts;
  /** Drawn and not yet told, of this run and of earlier ones. */
  readonly pending: readonly Sample[];
};
