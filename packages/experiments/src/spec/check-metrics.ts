import {
  type Constraint,
  type Issue,
  type MetricDescriptor,
  type Objective,
  prefixIssues,
  type Reward,
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
  for (const [i, { metric, direction, reward }] of given.entries()) {
    const found =
      reward === undefined ? findMetric(metric, metrics) : checkReward({ metric, direction, reward }, metrics);
    if ('issues' in found) issues.push(...prefixIssues([i], found.issues));
    else if (objectives.some((earlier) => earlier.metric === metric)) {
      const message = `${metric} is an objective already; give each metric once`;
      issues.push({ path: [i, 'metric'], code: 'duplicate-metric', message });
    } else objectives.push({ metric, direction: direction ?? found.metric.direction, ...(reward && { reward }) });
  }
  return { objectives, issues };
}

/** Issue paths start at the list. */
export function checkConstraints(given: readonly Constraint[], metrics: readonly MetricDescriptor[]): readonly Issue[] {
  return given.flatMap(({ metric }, i) => {
    const found = findMetric(metric, metrics);
    return 'issues' in found ? prefixIssues([i], found.issues) : [];
  });
}

type Found = { readonly metric: Pick<MetricDescriptor, 'direction'> } | { readonly issues: readonly Issue[] };

/** A reward has a name of its own and is maximised; its parts are metrics whose directions suit it. */
function checkReward(
  {
    metric,
    direction,
    reward,
  }: Pick<NonNullable<SpecFields['objectives']>[number], 'metric' | 'direction'> & {
    readonly reward: Reward;
  },
  metrics: readonly MetricDescriptor[],
): Found {
  const issues: Issue[] = [];
  if (metrics.some(({ name }) => name === metric)) {
    const message = `${metric} is a metric of the task; give the reward another name, such as reward`;
    issues.push({ path: ['metric'], code: 'duplicate-metric', message });
  }
  if (direction === 'minimize') {
    issues.push({
      path: ['direction'],
      code: 'bad-direction',
      message: 'a reward is maximised; leave the direction out',
    });
  }
  const parts = [
    ['accuracy', 'maximize', 'grows with what is good'],
    ['cost', 'minimize', 'falls with what it costs'],
  ] as const;
  for (const [part, wanted, meaning] of parts) {
    const found = findMetric(reward[part], metrics);
    if ('issues' in found) {
      issues.push(...found.issues.map((issue) => ({ ...issue, path: ['reward', part] })));
    } else if (found.metric.direction !== wanted) {
      const message = `the reward ${meaning}, so its ${part} must be a metric to ${wanted}; ${reward[part]} is not`;
      issues.push({ path: ['reward', part], code: 'bad-direction', message });
    }
  }
  return issues.length > 0 ? { issues } : { metric: { direction: 'maximize' } };
}

/**
 * A search may not look at final metrics: they are measured once, for the winners, on data kept aside. Those of a supernet
 * say nothing of one network, and those on held-out images or of policies in the making nothing of a training with one.
 */
function findMetric(name: string, metrics: readonly MetricDescriptor[]): Found {
  const usable = metrics.filter(({ when }) => when === 'static' || when === 'report');
  const known = usable.map((metric) => metric.name);
  const metric = metrics.find((candidate) => candidate.name === name);
  if (metric === undefined) {
    return { issues: [{ path: ['metric'], code: 'unknown-metric', message: unknownName('metric', name, known) }] };
  }
  if (metric.when === 'final') {
    const message = `${name} is measured once, for the retrained winners, and can't steer the search; use one of ${known.join(', ')}`;
    return { issues: [{ path: ['metric'], code: 'final-metric', message }] };
  }
  if (metric.when === 'supernet') {
    const message = `${name} is measured of shared weights, not of one network; use one of ${known.join(', ')}`;
    return { issues: [{ path: ['metric'], code: 'supernet-metric', message }] };
  }
  if (metric.when === 'held-out') {
    const message = `${name} is measured of policies that were not trained with; use one of ${known.join(', ')}`;
    return { issues: [{ path: ['metric'], code: 'held-out-metric', message }] };
  }
  if (metric.when === 'relaxed-policy') {
    const message = `${name} is measured while policies are learnt, not of one of them; use one of ${known.join(', ')}`;
    return { issues: [{ path: ['metric'], code: 'relaxed-policy-metric', message }] };
  }
  return { metric };
}
