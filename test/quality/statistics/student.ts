import { incompleteBeta } from './incomplete-beta.js';

/** P(|T| > |t|) of Student's distribution. */
export function twoSidedP(t: number, degrees: number): number {
  return incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
}

/** The t that is exceeded on either side with probability `p` together: 2.09 for 19 degrees and 5 %. */
export function criticalT(degrees: number, p = 0.05): number {
  let [low, high] = [0, 1000];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (twoSidedP(middle, degrees) > p) low = middle;
    else high = middle;
  }
  return high;
}
