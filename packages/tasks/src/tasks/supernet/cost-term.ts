import type { EvaluateOptions, Metrics } from '@cambium/core';
import { type CostTerm, createLatencyEntries, createLatencyTable, expectedCost } from '@cambium/engine';
import type { SupernetTrial } from './open-supernet-trial.js';
import { optionFlops, optionLatencies } from './option-costs.js';

/** What the searcher wants to count in the architecture's loss. */
export interface CostWish extends Pick<CostTerm, 'weight' | 'form' | 'exponent'> {
  readonly of: 'flops' | 'latency';
  /** Multiply–accumulates, or milliseconds. */
  readonly target: number;
}

/**
 * With what each option costs: by the cost model; or, here and now on the trial's device, by a table of blocks that is
 * measured for it as latencies of networks are.
 */
export async function costTermOf(
  { of, target, ...form }: CostWish,
  { superGraph, choices, backend, settings }: SupernetTrial,
  log: EvaluateOptions['log'],
): Promise<CostTerm> {
  if (of === 'flops') return { ...form, target, ...optionFlops(superGraph, choices) };
  const { measure: _, ...options } = settings.latency;
  const table = createLatencyTable(backend, createLatencyEntries(), options);
  const latencies = await optionLatencies(superGraph, choices, table);
  const lines = choices.map(({ param, values }, choice) => {
    const before = choices.slice(0, choice).reduce((sum, each) => sum + each.values.length, 0);
    return `${param}: ${values.map((value, i) => `${value} ${rounded(latencies.costs[before + i] as number)}`).join(', ')}`;
  });
  log(`milliseconds on ${backend.device} of ${settings.latency.batchSize} at once, measured block by block:`);
  log(`${lines.join('; ')}; everything else ${rounded(latencies.fixed)}`);
  return { ...form, target: 1000 * target, ...latencies };
}

/** What the table, or the cost model, expects of the network by the options' weights, and of that of the likeliest. */
export function costMetrics(
  { of }: Pick<CostWish, 'of'>,
  term: CostTerm,
  probabilities: readonly (readonly number[])[] | null,
): Metrics {
  if (probabilities === null) return {};
  const likeliest = probabilities.flatMap((shares) => {
    const best = shares.indexOf(Math.max(...shares));
    return shares.map((_, i) => (i === best ? 1 : 0));
  });
  const [name, unit] = of === 'flops' ? ['flops', 1] : ['latency_ms', 1000];
  return {
    [`expected_${name}`]: expectedCost(term, probabilities.flat()) / unit,
    [`likeliest_${name}`]: expectedCost(term, likeliest) / unit,
  };
}

function rounded(microseconds: number): number {
  return Number((microseconds / 1000).toPrecision(3));
}
