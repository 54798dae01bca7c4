/**
 * From an unbounded coordinate into [0, 1] without a bias at the bounds: the identity in the middle, quadratic with zero
 * slope where it meets a bound, and mirrored beyond (as BoundTransform of Hansen's cma). A mean at or past a bound stays
 * an ordinary mean, whose samples all are legal.
 */

/** Half the width of the quadratic piece, as cma has it for a box around zero. */
const bend = 0.025;
/** Coordinates of the two bounds. */
const low = -bend;
const high = 1 + bend;

export function coordinateToUnit(coordinate: number): number {
  const period = 2 * (high - low);
  const phase = Math.abs(coordinate - low) % period;
  const folded = low + (phase > period / 2 ? period - phase : phase);
  if (folded < bend) return (folded - low) ** 2 / (4 * bend);
  if (folded > 1 - bend) return 1 - (high - folded) ** 2 / (4 * bend);
  return folded;
}

/** The coordinate within the bounds that {@link coordinateToUnit} maps to `unit`. */
export function unitToCoordinate(unit: number): number {
  if (unit < bend) return low + Math.sqrt(4 * bend * unit);
  if (unit > 1 - bend) return high - Math.sqrt(4 * bend * (1 - unit));
  return unit;
}
