import type { Instance, Landscape } from './instance.js';
import { multiply } from './matrix.js';
import { uniforms } from './random-numbers.js';
import { penalty } from './transformations.js';

/** f21: 101 Gaussian peaks at random places. */
export const gallagherManyPeaks = (instance: Instance) =>
  gallagher(instance, { peaks: 101, bestCondition: Math.sqrt(1000), spread: 5, bestSpread: 0.8 });

/** f22: 21 peaks, the best one with condition 10⁶. */
export const gallagherFewPeaks = (instance: Instance) =>
  gallagher(instance, { peaks: 21, bestCondition: 1000 ** 2, spread: 4.9, bestSpread: 0.8 });

interface Peaks {
  readonly peaks: number;
  /** Condition of the global optimum's peak; those of the others reach from 1 to 1000. */
  readonly bestCondition: number;
  /** Peaks lie within [−spread, spread]; the best within its share of that. */
  readonly spread: number;
  readonly bestSpread: number;
}

function gallagher({ dimension, seed, q }: Instance, { peaks, bestCondition, spread, bestSpread }: Peaks): Landscape {
  const others = peaks - 1;
  const order = sortedOrder(uniforms(others, seed));
  const conditions = [bestCondition, ...order.map((place) => 1000 ** (place / (others - 1)))];
  const scales = conditions.map((condition, peak) => {
    const axes = sortedOrder(uniforms(dimension, seed + 1000 * peak));
    return Float64Array.from(axes, (axis) => condition ** (axis / (dimension - 1) - 0.5));
  });
  const places = uniforms(dimension * peaks, seed).map((value) => 2 * spread * value - spread);
  const place = (peak: number) => places.subarray(peak * dimension, (peak + 1) * dimension);
  for (let i = 0; i < dimension; i++) places[i] = bestSpread * (places[i] as number);
  const rotated = conditions.map((_, peak) => multiply(place(peak), q));
  const heights = conditions.map((_, peak) => (peak === 0 ? 10 : 1.1 + (8 * (peak - 1)) / (others - 1)));
  return {
    optimum: Float64Array.from(place(0)),
    evaluate(x) {
      const z = multiply(x, q);
      let highest = 0;
      for (let peak = 0; peak < peaks; peak++) {
        const scale = scales[peak] as Float64Array;
        const centre = rotated[peak] as Float64Array;
        let distance = 0;
        for (let i = 0; i < dimension; i++) {
          distance += (scale[i] as number) * ((z[i] as number) - (centre[i] as number)) ** 2;
        }
        highest = Math.max(highest, (heights[peak] as number) * Math.exp((-0.5 / dimension) * distance));
      }
      return jagged(10 - highest) ** 2 + penalty(x);
    },
  };
}

/** Indices in ascending order of their values. */
function sortedOrder(values: Float64Array): number[] {
  return Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number));
}

/** T_osz with the frequencies of these functions, stretched tenfold. */
function jagged(value: number): number {
  if (value <= 0) return 0;
  const log = Math.log(value) / 0.1;
  return Math.exp(log + 0.49 * (Math.sin(log) + Math.sin(0.79 * log))) ** 0.1;
}
