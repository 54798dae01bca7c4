import type { Params, ParamValue, Rng, Space } from '@cambium/core';
import { isActive } from '@cambium/spaces';
import { type DensityPair, densityPair, gainAt, type Split } from './density-pair.js';
import type { Candidate, TpeModel } from './tpe-model.js';

/** Draws for each candidate that is wanted, before fewer are good enough. */
const patience = 8;

/**
 * One density over whole points: each kernel is a trial, with a factor for each of its parameters. What a trial did not have
 * it knows nothing about: there it is the prior.
 */
export function jointModel(space: Space, split: Split): TpeModel {
  const { axes } = split.table;
  const parameters = [...axes.keys()].filter((index) => (axes[index]?.size ?? 0) > 1);
  const optional = new Set(parameters.filter((index) => space.parameters[index]?.conditions.length !== 0));
  const pair = densityPair(split, { parameters, optional });
  const draw = createDraw(space, split, pair);
  return {
    propose({ candidates, rng, accepts }) {
      let best: Candidate | undefined;
      for (let drawn = 0, accepted = 0; drawn < patience * candidates && accepted < candidates; drawn++) {
        const { params, point, kernel } = draw(rng);
        if (!accepts(params)) continue;
        accepted++;
        const gain = gainAt(pair, point, best?.gain);
        if (best === undefined || gain > best.gain) best = { params, gain, near: pair.trialOf(kernel) };
      }
      return best;
    },
  };
}

interface Draw {
  readonly params: Params;
  readonly point: Float64Array;
  /** The kernel of the good density that it was drawn from. */
  readonly kernel: number;
}

/** Draws whole points from the good density, parents first. */
function createDraw({ parameters }: Space, { table: { axes } }: Split, { good }: DensityPair): (rng: Rng) => Draw {
  const columns = axes.map((_, index) => good.columns.find(({ parameter }) => parameter === index)?.kernels);
  return (rng) => {
    const kernel = good.pick(rng);
    const point = new Float64Array(axes.length).fill(Number.NaN);
    const params: Record<string, ParamValue> = {};
    for (let index = 0; index < axes.length; index++) {
      // `!`: one parameter for each axis.
      const parameter = parameters[index]!;
      if (!isActive(parameter, params)) continue;
      const axis = axes[index]!;
      // What has a single value has no column.
      const coordinate = columns[index]?.sample(kernel, rng) ?? axis.low;
      point[index] = coordinate;
      params[parameter.name] = axis.fromAxis(coordinate);
    }
    return { params, point, kernel };
  };
}
