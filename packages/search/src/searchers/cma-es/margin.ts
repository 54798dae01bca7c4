import { inverseLogCumulative, logCumulative } from '../../math/normal-distribution.js';
import type { NumericAxis } from './axes.js';
import { deviation, type SearchDistribution } from './search-distribution.js';

/**
 * Keeps the values next to the most likely one of each stepped parameter within reach, however small σ has become: they
 * are drawn with probability `margin` at least, in all (Hamano et al. 2022, arXiv:2205.13482, §4.2). At an end of the
 * range the mean is moved towards the neighbour's cell; between two neighbours mean and scale are changed.
 */
export function keepMargin(
  distribution: SearchDistribution,
  axes: readonly NumericAxis[],
  margin: number,
): SearchDistribution {
  const mean = [...distribution.mean];
  const scale = [...distribution.scale];
  for (const [i, axis] of axes.entries()) {
    if (!axis.stepped) continue;
    const m = mean[i] ?? 0;
    const spread = deviation(distribution, i);
    const [low, high] = axis.cell(m);
    if (low === -Infinity || high === Infinity) {
      const border = low === -Infinity ? high : low;
      const farthest = upperQuantile(margin) * spread;
      mean[i] = border + Math.sign(m - border) * Math.min(Math.abs(m - border), farthest);
      continue;
    }
    const below = tail((m - low) / spread);
    const above = tail((high - m) / spread);
    if (below >= margin / 2 && above >= margin / 2) continue;
    const [toLow, toHigh] = raiseTails(below, above, margin / 2).map(upperQuantile) as [number, number];
    scale[i] = ((scale[i] ?? 1) * (high - low)) / (spread * (toLow + toHigh));
    mean[i] = (low * toHigh + high * toLow) / (toLow + toHigh);
  }
  return { ...distribution, mean, scale };
}

/** Both at least `least`; what that takes comes from all three probabilities, as far as each is above its least. */
function raiseTails(below: number, above: number, least: number): readonly [number, number] {
  const [a, b] = [Math.max(least, below), Math.max(least, above)];
  const middle = 1 - below - above;
  const excess = (1 - a - b - middle) / (a + b + middle - 3 * least);
  return [a + excess * (a - least), b + excess * (b - least)];
}

/** Probability that a standard normal is above `x`. */
function tail(x: number): number {
  return Math.exp(logCumulative(-x));
}

/** What a standard normal exceeds with probability `p`. */
function upperQuantile(p: number): number {
  return -inverseLogCumulative(Math.log(p));
}
