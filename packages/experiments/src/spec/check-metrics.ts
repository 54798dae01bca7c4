import {
  type Constraint,
  type Issue,
  type MetricDescriptor,
  type Objective,
  prefixIssues,
  unknownName,
} from '@cambium/core';
import type { SpecFields } from './spec-fields.js';

/** Objectives in full: a direction that was left out is the metric's own. Issue paths start at the list. */
export function checkObjectives(
  given: NonNullable<SpecFields['objectives']>,
  metrics: readonly MetricDescriptor[],
): { readonly objectives: readonly Objective[]; readonly issues: readonly Issue[] } {
  const objectives: Objective[] = [];
  const issues: Issue[] = [];
  for (const [i, { metric, direction }] of given.entries()) {
    const found = findMetric(metric, metrics);
    if ('issue' in found) issues.push(...prefixIssues([i], [found.issue]));
    else if (objectives.some((earlier) => earlier.metric === metric)) {
      const message = `${metric} is an objective already; give each metric once`;
      issues.push({ path: [i, 'metric'], code: 'duplicate-metric', message });
    } else objectives.push({ metric, direction: direction ?? found.metric.direction });
  }
  return { objectives, issues };
}

/** Issue paths start at the list. */
export function checkConstraints(given: readonly Constraint[], metrics: readonly MetricDescriptor[]): readonly Issue[] {
  return given.flatMap(({ metric }, i) => {
    const found = findMetric(metric, metrics);
    return 'issue' in found ? prefixIssues([i], [found.issue]) : [];
  });
}

/** A search may not look at final metrics: they are measured once, for the winners, on data kept aside. */
function findMetric(
  name: string,
  metrics: readonly MetricDescriptor[],
): { readonly metric: MetricDescriptor } | { readonly issue: Issue } {
  const usable = metrics.filter((metric) => metric.when !== 'final');
  const known = usable.map((metric) => metric.name);
  const metric = metrics.find((candidate) => candidate.name === name);
  if (metric === undefined) {
    return { issue: { path: ['metric'], code: 'unknown-metric', message: unknownName('metric', name, known) } };
  }
  if (metric.when === 'final') {
    const message = `${name} is measured once, for the retrained winners, and can't steer the search; use one of ${known.join(', ')}`;
    return { issue: { path: ['metric'], code: 'final-metric', message } };
  }
  return { metric };
}
