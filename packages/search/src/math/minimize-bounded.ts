/** Value at `x`; writes the gradient there into `gradient`. */
export type Differentiable = (x: Float64Array, gradient: Float64Array) => number;

export interface MinimizeSettings {
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  readonly maxIterations: number;
  /** Ends when no component of the projected gradient is larger. */
  readonly gradientTolerance: number;
  /** Ends when a step gains less than this share of the value (of 1, where the value is smaller). Default 1e-10. */
  readonly valueTolerance?: number;
}

export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
  readonly evaluations: number;
}

/** Pairs of steps and changes of the gradient that are remembered. */
const memory = 10;
const mostTrials = 25;
const sufficientDecrease = 1e-4;
const sufficientCurvature = 0.9;

const { abs, max, min } = Math;

interface Pair {
  readonly step: Float64Array;
  readonly change: Float64Array;
}

/**
 * A local minimum in a box, by limited-memory BFGS (Nocedal 1980). Bounds by projection (Bertsekas 1982): variables at a
 * bound whose gradient leads out are held, the others take a quasi-Newton step among themselves, cut at the bounds; the
 * length of the step meets the weak Wolfe conditions (Lewis and Overton 2013). A value that is not finite counts as a
 * step that was too long.
 */
export function minimizeBounded(f: Differentiable, start: ArrayLike<number>, settings: MinimizeSettings): Minimum {
  const { maxIterations, gradientTolerance, valueTolerance = 1e-10 } = settings;
  const box = createBox(settings);
  let x = box.clamp(Float64Array.from(start));
  let gradient: Float64Array = new Float64Array(x.length);
  let value = f(x, gradient);
  let evaluations = 1;
  let pairs: Pair[] = [];
  for (let iteration = 0; iteration < maxIterations && Number.isFinite(value); iteration++) {
    const free = box.freeVariables(x, gradient);
    if (box.projectedGradient(x, gradient) <= gradientTolerance) break;
    let direction = descend(gradient, free, pairs);
    if (!(dot(direction, gradient) < 0)) {
      pairs = [];
      direction = descend(gradient, free, pairs);
    }
    const found = searchLine(f, { x, value, gradient, direction, box });
    evaluations += found.evaluations;
    if (found.value >= value) {
      // Rounding, or curvature that no longer holds: once more from the gradient alone, or the end.
      if (pairs.length === 0) break;
      pairs = [];
      continue;
    }
    const gain = value - found.value;
    remember(pairs, difference(found.x, x), difference(found.gradient, gradient));
    ({ x, gradient, value } = found);
    if (gain <= valueTolerance * max(1, abs(value))) break;
  }
  return { x, value, evaluations };
}

/** Minus the inverse Hessian times the gradient, among the free variables (two-loop recursion); 0 in the others. */
function descend(gradient: Float64Array, free: Uint8Array, pairs: readonly Pair[]): Float64Array {
  const direction = gradient.map((slope, i) => (free[i] === 1 ? -slope : 0));
  const used = pairs
    .map(({ step, change }) => ({ step, change, curvature: dotFree(step, change, free) }))
    .filter(({ step, curvature }) => curvature > 1e-12 * dotFree(step, step, free));
  const weights: number[] = [];
  for (const { step, change, curvature } of used.toReversed()) {
    const weight = dotFree(step, direction, free) / curvature;
    weights.push(weight);
    addScaled(direction, change, { by: -weight, free });
  }
  const newest = used.at(-1);
  const scale =
    newest === undefined
      ? 1 / max(1, Math.sqrt(dot(direction, direction)))
      : newest.curvature / dotFree(newest.change, newest.change, free);
  for (let i = 0; i < direction.length; i++) direction[i] = direction[i]! * scale;
  for (const { step, change, curvature } of used) {
    const weight = dotFree(change, direction, free) / curvature;
    addScaled(direction, step, { by: weights.pop()! - weight, free });
  }
  return direction;
}

interface Line {
  readonly x: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  readonly direction: Float64Array;
  readonly box: Box;
}

function searchLine(f: Differentiable, { x, value, gradient, direction, box }: Line) {
  let short = 0;
  let long = Infinity;
  let length = 1;
  let best = { x, value, gradient, evaluations: 0 };
  for (let trial = 1; trial <= mostTrials; trial++) {
    const next = box.clamp(x.map((coordinate, i) => coordinate + length * direction[i]!));
    const slopes = new Float64Array(x.length);
    const reached = f(next, slopes);
    const foreseen = dot(gradient, difference(next, x));
    const enough = reached <= value + sufficientDecrease * foreseen;
    if (enough && reached < best.value) best = { x: next, value: reached, gradient: slopes, evaluations: trial };
    else best = { ...best, evaluations: trial };
    if (!enough) {
      long = length;
      // The minimum of the parabola through what is known, kept away from the ends.
      const parabola = (-foreseen * length) / (2 * (reached - value - foreseen));
      length = Number.isFinite(reached) ? short + min(0.5, max(0.1, parabola / length)) * (long - short) : length * 0.1;
    } else if (box.slopeAlong(direction, next, slopes) < sufficientCurvature * box.slopeAlong(direction, x, gradient)) {
      short = length;
      length = long < Infinity ? (short + long) / 2 : 2 * length;
    } else break;
    if (long - short < 1e-12 * length) break;
  }
  return best;
}

type Box = ReturnType<typeof createBox>;

// `!` from here on: the index stays within arrays of one length.

function createBox({ lower, upper }: MinimizeSettings) {
  const heldAt = (x: number, slope: number, i: number) =>
    (x <= lower[i]! && slope > 0) || (x >= upper[i]! && slope < 0);
  return {
    clamp(x: Float64Array): Float64Array {
      for (let i = 0; i < x.length; i++) x[i] = min(upper[i]!, max(lower[i]!, x[i]!));
      return x;
    },
    freeVariables: (x: Float64Array, gradient: Float64Array) =>
      Uint8Array.from(x, (coordinate, i) => (heldAt(coordinate, gradient[i]!, i) ? 0 : 1)),
    /** The largest step that steepest descent would take before it is cut at the bounds. */
    projectedGradient: (x: Float64Array, gradient: Float64Array) =>
      x.reduce((most, coordinate, i) => {
        const target = min(upper[i]!, max(lower[i]!, coordinate - gradient[i]!));
        return max(most, abs(target - coordinate));
      }, 0),
    /** The derivative along a direction, of those variables that can still move that way. */
    slopeAlong: (direction: Float64Array, x: Float64Array, gradient: Float64Array) =>
      direction.reduce((sum, step, i) => {
        const stopped = (step < 0 && x[i]! <= lower[i]!) || (step > 0 && x[i]! >= upper[i]!);
        return stopped ? sum : sum + step * gradient[i]!;
      }, 0),
  };
}

function remember(pairs: Pair[], step: Float64Array, change: Float64Array): void {
  pairs.push({ step, change });
  if (pairs.length > memory) pairs.shift();
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((x, i) => x - b[i]!);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function dotFree(a: Float64Array, b: Float64Array, free: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) if (free[i] === 1) sum += a[i]! * b[i]!;
  return sum;
}

function addScaled(sum: Float64Array, x: Float64Array, { by, free }: { by: number; free: Uint8Array }): void {
  for (let i = 0; i < sum.length; i++) if (free[i] === 1) sum[i] = sum[i]! + by * x[i]!;
}
