import type { Issue } from '../values/issue.js';
import type { Params, ParamValue } from '../values/params.js';
import type { Rng } from '../values/rng.js';
import type { BranchName } from './experiment-spec.js';

/**
 * The values a parameter may take. `step` counts from `low`; `high` is inclusive. `log` needs `low` > 0.
 * `ordinal` is a categorical whose choices have an order.
 */
export type Domain =
  | {
      readonly kind: 'float';
      readonly low: number;
      readonly high: number;
      readonly log: boolean;
      readonly step?: number;
    }
  | { readonly kind: 'int'; readonly low: number; readonly high: number; readonly log: boolean; readonly step: number }
  | { readonly kind: 'categorical'; readonly choices: readonly ParamValue[] }
  | { readonly kind: 'ordinal'; readonly choices: readonly ParamValue[] };

/** All must hold. `param` is a full dotted name of an earlier parameter. */
export interface Condition {
  readonly param: string;
  readonly in?: readonly ParamValue[];
  /** For numbers. */
  readonly min?: number;
  readonly max?: number;
}

export interface Parameter {
  /** Full dotted name: `arch.1.kernel`. */
  readonly name: string;
  readonly branch: BranchName;
  readonly domain: Domain;
  /** Active when all hold; an empty list is always active. A condition on an inactive parameter does not hold. */
  readonly conditions: readonly Condition[];
}

/**
 * Designs by the ways that lead through them (path encoding: White et al. 2020): what a model may see in place of the
 * parameters that say so. Not invertible: several designs may have the same paths.
 */
export interface PathEncoding {
  /** Full names of the parameters that it stands for. */
  readonly params: readonly string[];
  /** All that it tells apart, each by what is on it. */
  readonly paths: readonly string[];
  /** How many times a design has each of them. */
  count(params: Params): Float64Array;
}

/**
 * A compiled space: flat parameters with conditions, parents before children. Everything a searcher needs.
 * All methods are pure; randomness comes from the given generator only.
 */
export interface Space {
  readonly parameters: readonly Parameter[];
  /** Uniform in each active domain (log-uniform where `log`). Feasible, unless 200 tries found no feasible point. */
  sample(rng: Rng): Params;
  /** A neighbour that differs in at least one active parameter (where the space has two points), feasible as above. */
  mutate(params: Params, rng: Rng): Params;
  /** Uniform crossover: each parameter from either parent, repaired to the conditions, feasible as above. */
  crossover(a: Params, b: Params, rng: Rng): Params;
  /** Empty when the params are a point of the space. Says missing, inactive-but-present, unknown and out-of-range keys. */
  validate(params: Params): readonly Issue[];
  /** Adds uniform draws for active parameters that are missing and drops inactive or unknown ones. */
  repair(partial: Params, rng: Rng): Params;
  /** Names of the parameters that are active in `params`. */
  active(params: Params): readonly Parameter[];
  /** Length `parameters.length`, each in [0, 1] (index/(n-1) for choices), NaN where inactive. */
  encode(params: Params): Float64Array;
  /** Equal for params that mean the same design. */
  canonicalKey(params: Params): string;
  /** Where its architectures are cells of which that is known. */
  readonly pathEncoding?: PathEncoding;
  /** False when a constraint that can be computed before training is broken. */
  isFeasible(params: Params): boolean;
}
