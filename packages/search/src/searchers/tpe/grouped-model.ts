import type { ParamValue, Rng, Space } from '@cambium/core';
import { type DensityPair, densityPair, gainAt, type Split } from './density-pair.js';
import type { TpeModel } from './tpe-model.js';

/** Points put together before giving up on an acceptable one. */
const tries = 24;

/**
 * One density for each group of parameters that are always active together, from the trials that had them. Each group takes
 * the best of its own draws, whether or not the point will have it.
 */
export function groupedModel(space: Space, split: Split, groups: readonly (readonly number[])[]): TpeModel {
  const { axes } = split.table;
  const pairs = groups.flatMap((group) => {
    const parameters = group.filter((index) => (axes[index]?.size ?? 0) > 1).toSorted((a, b) => a - b);
    const [having] = parameters;
    return having === undefined ? [] : [densityPair(split, { parameters, optional: new Set(), having })];
  });
  const draw = (candidates: number, rng: Rng) => {
    const params: Record<string, ParamValue> = {};
    let gain = 0;
    for (const pair of pairs) {
      const best = bestOf(pair, { dimensions: axes.length, candidates, rng });
      gain += best.gain;
      for (const { parameter } of pair.good.columns) {
        // `!`: one parameter, axis and coordinate for each column.
        params[space.parameters[parameter]!.name] = axes[parameter]!.fromAxis(best.point[parameter]!);
      }
    }
    // What no trial had is drawn at random, what is not active is dropped.
    return { params: space.repair(params, rng), gain };
  };
  return {
    propose({ candidates, rng, accepts }) {
      for (let i = 0; i < tries; i++) {
        // Fewer candidates from try to try: less greedy, until it samples the good densities themselves.
        const drawn = draw(Math.max(1, candidates >> i), rng);
        if (accepts(drawn.params)) return drawn;
      }
      return undefined;
    },
  };
}

function bestOf(
  pair: DensityPair,
  { dimensions, candidates, rng }: { readonly dimensions: number; readonly candidates: number; readonly rng: Rng },
) {
  let best: { point: Float64Array; gain: number } | undefined;
  for (let i = 0; i < candidates; i++) {
    const kernel = pair.good.pick(rng);
    const point = new Float64Array(dimensions).fill(Number.NaN);
    for (const { parameter, kernels } of pair.good.columns) point[parameter] = kernels.sample(kernel, rng);
    const gain = gainAt(pair, point, best?.gain);
    if (best === undefined || gain > best.gain) best = { point, gain };
  }
  if (best === undefined) throw new RangeError('at least one candidate is needed');
  return best;
}
