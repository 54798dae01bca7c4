import { lineColor } from './chart-series.js';

export const baselineLabel = (policy: string) =>
  policy === 'none' ? 'baseline: no augmentation' : `baseline: ${policy}`;

/** Of the n-th baseline, in every chart. */
export const baselineColor = (n: number) => lineColor(n + 2);
