import type { MetricCurve } from '@cambium/core';
import { largestTriangleThreeBuckets } from './lttb.js';

/** The curve with at most `maxPoints` points. Sampled curves leave out steps whose value was not finite. */
export function sampleCurve({ step, value, ...trial }: MetricCurve, maxPoints: number) {
  if (step.length <= maxPoints) return { ...trial, step: [...step], value: [...value] };
  const finite = [...value.keys()].filter((i) => value[i] !== null);
  const x = finite.map((i) => step[i] as number);
  const y = finite.map((i) => value[i] as number);
  const kept = largestTriangleThreeBuckets(x, y, maxPoints);
  return { ...trial, step: kept.map((i) => x[i] as number), value: kept.map((i) => y[i] as number) };
}
