import { describe, expect, it } from '@jest/globals';
import { type Differentiable, minimizeBounded } from './minimize-bounded.js';

const settings = (dimensions: number, low: number, high: number) => ({
  lower: new Float64Array(dimensions).fill(low),
  upper: new Float64Array(dimensions).fill(high),
  maxIterations: 500,
  gradientTolerance: 1e-8,
  valueTolerance: 0,
});

/** Σ 100 (xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)²: a bent valley that ends at (1, …, 1). */
const rosenbrock: Differentiable = (x, gradient) => {
  gradient.fill(0);
  let sum = 0;
  for (let i = 0; i + 1 < x.length; i++) {
    const [a = 0, b = 0] = [x[i], x[i + 1]];
    const bend = b - a * a;
    sum += 100 * bend * bend + (1 - a) ** 2;
    gradient[i] = (gradient[i] ?? 0) - 400 * bend * a - 2 * (1 - a);
    gradient[i + 1] = 200 * bend;
  }
  return sum;
};

/** Ill-conditioned: Σ 10^(6i/(d−1)) (xᵢ − targetᵢ)². */
const ellipsoid =
  (target: number): Differentiable =>
  (x, gradient) =>
    x.reduce((sum, coordinate, i) => {
      const weight = 10 ** ((6 * i) / (x.length - 1));
      gradient[i] = 2 * weight * (coordinate - target);
      return sum + weight * (coordinate - target) ** 2;
    }, 0);

describe('minimizeBounded', () => {
  it('finds the end of a bent valley', () => {
    const { x, evaluations } = minimizeBounded(rosenbrock, [-1.2, 1, -1.2, 1, 0.5], settings(5, -5, 5));
    for (const coordinate of x) expect(coordinate).toBeCloseTo(1, 6);
    expect(evaluations).toBeLessThan(120);
  });

  it('stops at bounds, and only there', () => {
    const { x } = minimizeBounded(ellipsoid(2), new Float64Array(8), settings(8, -1, 1.5));
    expect([...x]).toEqual(new Array(8).fill(1.5));
    const inside = minimizeBounded(ellipsoid(0.3), new Float64Array(8).fill(-1), settings(8, -1, 1.5));
    for (const coordinate of inside.x) expect(coordinate).toBeCloseTo(0.3, 5);
  });

  it('leaves a bound that it was sent to', () => {
    // Rosenbrock in x ≤ 0.5: the minimum is at (0.5, 0.25).
    const { x } = minimizeBounded(rosenbrock, [-2, 0.5], { ...settings(2, -3, 3), upper: [0.5, 0.5] });
    expect(x[0]).toBeCloseTo(0.5, 8);
    expect(x[1]).toBeCloseTo(0.25, 6);
  });

  it('backs away from where the value is not finite', () => {
    const barrier: Differentiable = ([x = 0], gradient) => {
      gradient[0] = 1 - 1 / x;
      return x > 0 ? x - Math.log(x) : Number.NaN;
    };
    expect(minimizeBounded(barrier, [0.001], settings(1, -10, 10)).x[0]).toBeCloseTo(1, 6);
  });

  it('ends at once where there is nothing to gain', () => {
    const flat: Differentiable = (_, gradient) => {
      gradient.fill(0);
      return 7;
    };
    expect(minimizeBounded(flat, [0.2, 0.4], settings(2, 0, 1))).toEqual({
      x: Float64Array.of(0.2, 0.4),
      value: 7,
      evaluations: 1,
    });
  });
});
