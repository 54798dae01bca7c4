import type { MetricInfo } from './page-types.js';

/** Whether trials report the metric step by step, as one number. */
export function isCurve({ when, perChoice }: Pick<MetricInfo, 'when' | 'perChoice'>): boolean {
  return (when === 'report' || when === 'supernet' || when === 'relaxed-policy') && !perChoice;
}
