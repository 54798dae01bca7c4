import { gallagherFewPeaks, gallagherManyPeaks } from './gallagher.js';
import { bentCigar, differentPowers, discus, rotatedEllipsoid, sharpRidge } from './ill-conditioned.js';
import { createInstance, type Instance, type Landscape, optimalValue } from './instance.js';
import { attractiveSector, rosenbrock, rotatedRosenbrock, stepEllipsoid } from './moderate.js';
import { griewankRosenbrock, illConditionedSchaffers, rotatedRastrigin, schaffers, weierstrass } from './multimodal.js';
import { bucheRastrigin, ellipsoid, linearSlope, rastrigin, sphere } from './separable.js';
import { katsuura, lunacekBiRastrigin, schwefel } from './weak-structure.js';

/** The 24 noiseless functions in order: `bbob-f1` is the first. */
export const bbobFunctions: readonly ((instance: Instance) => Landscape)[] = [
  sphere,
  ellipsoid,
  rastrigin,
  bucheRastrigin,
  linearSlope,
  attractiveSector,
  stepEllipsoid,
  rosenbrock,
  rotatedRosenbrock,
  rotatedEllipsoid,
  discus,
  bentCigar,
  sharpRidge,
  differentPowers,
  rotatedRastrigin,
  weierstrass,
  schaffers,
  illConditionedSchaffers,
  griewankRosenbrock,
  schwefel,
  gallagherManyPeaks,
  gallagherFewPeaks,
  katsuura,
  lunacekBiRastrigin,
];

/** Functions that share the instances of another. */
const seedNumbers: Readonly<Record<number, number>> = { 4: 3, 18: 17 };

/** One of the 24 functions on one of its instances, on [−5, 5]^D. */
export interface BbobProblem {
  readonly optimum: Float64Array;
  readonly optimalValue: number;
  evaluate(x: Float64Array): number;
}

/**
 * Hansen, Finck, Ros and Auger 2009: Real-Parameter Black-Box Optimization Benchmarking: Noiseless Functions Definitions
 * (INRIA RR-6829).
 *
 * @param number 1 … 24. @param dimension from 2.
 */
export function bbobProblem(
  number: number,
  { instance, dimension }: { instance: number; dimension: number },
): BbobProblem {
  const build = bbobFunctions[number - 1];
  if (build === undefined) throw new RangeError(`there is no BBOB function f${number}, only f1 to f24`);
  const seedNumber = seedNumbers[number] ?? number;
  const { optimum, evaluate } = build(createInstance(seedNumber, instance, dimension));
  const lowest = optimalValue(seedNumber, instance);
  return { optimum, optimalValue: lowest, evaluate: (x) => evaluate(x) + lowest };
}
