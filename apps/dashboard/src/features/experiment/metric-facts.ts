import { type Fact, formatBytes, formatCount, formatMetric } from '@cambium/ui';
import type { MetricInfo } from './page-types.js';

/** Metrics of a trial in the task's order, with their units; those that are shown elsewhere left out. */
export function metricFacts(
  metrics: Readonly<Record<string, number | null>>,
  infos: readonly MetricInfo[],
  skip: readonly string[] = [],
): Fact[] {
  return infos.flatMap((info) => {
    const value = metrics[info.name];
    if (skip.includes(info.name) || value === undefined || value === null) return [];
    return [{ name: info.name, value: withUnit(value, info), title: `${info.description} ${value}` }];
  });
}

/** `1` and no unit mean a plain number. Counts are rounded, measurements keep their digits. */
function withUnit(value: number, { unit, when }: MetricInfo): string {
  if (unit === 'B') return formatBytes(value);
  const text = when === 'static' ? formatCount(value) : formatMetric(value);
  return unit === '' || unit === '1' ? text : `${text} ${unit}`;
}
