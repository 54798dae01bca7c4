import { definePruner } from '@cambium/core';
import { newestTrials } from '../../reports/newest-trials.js';
import { quantile } from '../../reports/quantile.js';
import { type ProxyFilterOptions, proxyFilterOptions } from './options.js';

/** A type, not an interface: only then is it assignable to `Json`. */
type Judged = {
  /** Trial number → score, of the newest trials, stopped or not: more is better, null is none. */
  readonly scores: Readonly<Record<string, number | null>>;
};

/**
 * Zero-cost proxies as a filter of any searcher's suggestions, after the zero-cost moves of Abdelfattah et al. 2021, §5: a
 * trial is trained only if its score is at least a quantile of those before it. A design without a score is worse than any.
 * The searcher is told of a pruned trial, as by any pruner.
 */
export const proxyFilter = definePruner<ProxyFilterOptions, Judged>({
  name: 'proxy-filter',
  stateVersion: 1,
  summary: 'Ends trials before their training where a score that costs none is low: the parameter count, or a proxy.',
  options: proxyFilterOptions,
  capabilities: { multiObjective: true },
  untrainedMetric: ({ metric }) => metric,
  init: () => ({ scores: {} }),
  report(state, { options }, { trial, step, values }) {
    if (step > 0) return { decision: 'continue', state };
    const value = values[0] ?? Number.NaN;
    const score = Number.isFinite(value) ? (options.direction === 'maximize' ? value : -value) : null;
    const { [trial]: _, ...others } = state.scores;
    const known = Object.values(others);
    const bar = quantile(
      known.filter((other) => other !== null),
      options.quantile,
    );
    const stop = known.length >= options.startupTrials && bar !== undefined && !(score !== null && score >= bar);
    return { decision: stop ? 'stop' : 'continue', state: { scores: newestTrials({ ...others, [trial]: score }) } };
  },
});
