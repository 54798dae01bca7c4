const rootFive = Math.sqrt(5);
const { exp, sqrt } = Math;

/** The Matérn 5/2 correlation at a squared distance (Rasmussen and Williams 2006, eq. 4.17). */
export function matern52(squaredDistance: number): number {
  const r = rootFive * sqrt(squaredDistance);
  return (1 + r + (5 / 3) * squaredDistance) * exp(-r);
}

/** Its derivative with respect to the squared distance: finite at 0, where that with respect to the distance is 0/0. */
export function matern52Slope(squaredDistance: number): number {
  const r = rootFive * sqrt(squaredDistance);
  return (-5 / 6) * (1 + r) * exp(-r);
}
