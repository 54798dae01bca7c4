import { type Issue, isKnownUntrained, type MetricDescriptor, unknownName } from '@cambium/core';

/** Why designs can't be judged by a metric before their training; undefined: they can. */
export function untrainedMetricProblem(
  name: string,
  metrics: readonly MetricDescriptor[],
): Pick<Issue, 'code' | 'message'> | undefined {
  const known = metrics.filter(isKnownUntrained).map((metric) => metric.name);
  if (known.includes(name)) return undefined;
  if (known.length === 0) {
    const message =
      'with these settings the task measures nothing without a training, so that no design can be judged so';
    return { code: 'needs-training', message };
  }
  if (metrics.some((metric) => metric.name === name)) {
    return { code: 'needs-training', message: `${name} takes a training; take one of ${known.join(', ')}` };
  }
  const proxy = name.startsWith('proxy.') ? '; proxies are those that the task’s setting "proxies" names' : '';
  return { code: 'unknown-metric', message: `${unknownName('metric', name, known)}${proxy}` };
}
