import type { Params, ParamValue, Rng, Space } from '@cambium/core';
import { isActive } from '@cambium/spaces';
import { type DensityPair, densityPair, type Split } from './density-pair.js';

/** A point that the model proposes. */
export interface Candidate {
  readonly params: Params;
  /** log good − log others. */
  readonly gain: number;
  /** Number of the trial near which it was drawn; undefined when it was drawn from the prior. */
  readonly near: number | undefined;
}

export interface TpeModel {
  /** Best first. */
  propose(candidates: number, rng: Rng): readonly Candidate[];
}

/**
 * One density over whole points: a kernel is a trial, with a factor for each of its parameters. What a trial did not have is
 * drawn from the prior where the new point has it.
 */
export function jointModel(space: Space, split: Split): TpeModel {
  const { axes } = split.table;
  const parameters = searched(split);
  const optional = new Set(parameters.filter((index) => space.parameters[index]?.conditions.length !== 0));
  const pair = densityPair(split, { parameters, optional });
  const columnOf = new Map(pair.good.columns.map(({ parameter, kernels }) => [parameter, kernels]));
  const draw = (rng: Rng): Candidate => {
    const kernel = pair.good.pick(rng);
    const point = new Float64Array(axes.length).fill(Number.NaN);
    const params: Record<string, ParamValue> = {};
    for (const [index, parameter] of space.parameters.entries()) {
      if (!isActive(parameter, params)) continue;
      // `!`: one axis for each parameter. What has a single value has no column.
      const axis = axes[index]!;
      const coordinate = columnOf.get(index)?.sample(kernel, rng) ?? axis.low;
      point[index] = coordinate;
      params[parameter.name] = axis.fromAxis(coordinate);
    }
    return { params, gain: gainOf(pair, point), near: pair.trialOf(kernel) };
  };
  return {
    propose: (candidates, rng) => Array.from({ length: candidates }, () => draw(rng)).sort((a, b) => b.gain - a.gain),
  };
}

function gainOf({ good, others }: DensityPair, point: Float64Array): number {
  return good.logDensity(point) - others.logDensity(point);
}

/** The parameters that have two values. */
function searched({ table }: Split): number[] {
  return [...table.axes.keys()].filter((index) => (table.axes[index]?.size ?? 0) > 1);
}

/**
 * One density for each group of parameters, from the trials that had them. Each group takes the best of its own draws,
 * whether or not the point will have it.
 */
export function groupedModel(space: Space, split: Split, groups: readonly (readonly number[])[]): TpeModel {
  const { axes } = split.table;
  const several = new Set(searched(split));
  const pairs = groups
    .map((group) => group.filter((index) => several.has(index)).toSorted((a, b) => a - b))
    .filter(([first]) => first !== undefined)
    .map((parameters) => {
      const [having] = parameters;
      return {
        parameters,
        pair: densityPair(split, { parameters, optional: new Set(), ...(having === undefined ? {} : { having }) }),
      };
    });
  return {
    propose(candidates, rng) {
      const drawn = new Map<string, ParamValue>();
      let gain = 0;
      for (const { parameters, pair } of pairs) {
        const best = bestOf(pair, { dimensions: axes.length, candidates, rng });
        gain += best.gain;
        for (const index of parameters) {
          drawn.set(space.parameters[index]?.name ?? '', axes[index]!.fromAxis(best.point[index]!));
        }
      }
      // What no trial had is drawn at random by the repair; what is not active, dropped.
      return [{ params: space.repair(Object.fromEntries(drawn), rng), gain, near: undefined }];
    },
  };
}

function bestOf(
  pair: DensityPair,
  { dimensions, candidates, rng }: { readonly dimensions: number; readonly candidates: number; readonly rng: Rng },
) {
  let best = { point: new Float64Array(dimensions), gain: -Infinity };
  for (let i = 0; i < candidates; i++) {
    const kernel = pair.good.pick(rng);
    const point = new Float64Array(dimensions).fill(Number.NaN);
    for (const { parameter, kernels } of pair.good.columns) point[parameter] = kernels.sample(kernel, rng);
    const gain = gainOf(pair, point);
    if (i === 0 || gain > best.gain) best = { point, gain };
  }
  return best;
}
