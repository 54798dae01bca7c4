import type { OpenFunction } from './test-function.js';

/** Exponents of curves. */
const flattest = 0.2;
const steepest = 0.8;

/**
 * A power law, as learning curves often follow (Hestness et al. 2017): each objective starts above its value and reaches it
 * at the last step, gap(t) = gap(T) · (T / t)^α. How steeply, α, is a matter of the point: curves cross, and who is ahead
 * early need not be at the end.
 *
 * @param position of the point's first parameter in its range, from 0 (starts near its end) to 1 (starts far above it).
 */
export function curveAt(
  objectives: readonly number[],
  { step, steps, position, bounds }: { step: number; steps: number; position: number } & Pick<OpenFunction, 'bounds'>,
): readonly number[] {
  if (step >= steps) return objectives;
  const growth = (steps / step) ** (flattest + (steepest - flattest) * position);
  return objectives.map((value, i) => {
    const bound = bounds[i] as number;
    return bound + (value - bound) * growth;
  });
}
