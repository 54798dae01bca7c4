import type { Json, Metrics, Params } from '@cambium/core';
import type { KendallEstimate } from '@cambium/search';
import type { Summary } from '../statistics/summarize.js';

export interface MethodRun {
  readonly derived: Params;
  readonly why: Json;
  readonly seconds: number;
  readonly metrics: Metrics;
  readonly ended?: string;
  /** Trained from scratch. */
  readonly score: number;
  readonly percentile: number;
  /** Null where the search's weights are for itself alone, as with partial channels. */
  readonly kendall: KendallEstimate | null;
}

export interface MethodReport {
  readonly method: string;
  readonly runs: readonly MethodRun[];
  readonly percentile: Summary;
  /** One-sided: that what is derived is no better than the sample. */
  readonly p: number;
  /** Null where there is none of its runs. */
  readonly tau: Summary | null;
  /** Of the longest search. */
  readonly seconds: number;
  /** Of an evaluation with shared weights, in trainings from scratch. */
  readonly relativeCost: number | null;
}

/** What is to be reached. */
const limits = { p: 0.05, seconds: 15 * 60, relativeCost: 1 / 20 } as const;

export function reportLines(
  reports: readonly MethodReport[],
  standalone: { readonly scores: Summary; readonly seconds: number; readonly deviation: number },
): string[] {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return [
    '',
    `trained from scratch: ${standalone.scores.runs} random networks, ${percent(standalone.scores.mean)} ± ${percent(standalone.scores.deviation)}; trainings of one differ by ± ${percent(standalone.deviation)}; ${standalone.seconds.toFixed(1)} s each`,
    ...reports.flatMap(({ method, runs, percentile, p, tau, seconds, relativeCost }) => [
      '',
      method,
      `  derived networks beat ${percent(percentile.mean)} of the sample (${runs.map((run) => (100 * run.percentile).toFixed(0)).join(', ')})`,
      `  better than chance: p = ${p.toPrecision(2)}, ${verdict(p < limits.p)}`,
      tau === null
        ? '  its weights judge no whole network'
        : `  Kendall's τ-b of shared and own weights: ${tau.mean.toFixed(2)} on average; ${runs.flatMap(({ kendall }) => (kendall === null ? [] : tauText(kendall))).join(', ')}`,
      `  longest search: ${seconds.toFixed(0)} s, ${verdict(seconds <= limits.seconds)}`,
      ...(relativeCost === null
        ? []
        : [
            `  an evaluation with shared weights costs 1/${(1 / relativeCost).toFixed(0)} of a training, ${verdict(relativeCost <= limits.relativeCost)}`,
          ]),
    ]),
  ];
}

function tauText({ tau, interval: [low, high] }: KendallEstimate): string {
  return `${tau.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;
}

function verdict(reached: boolean): string {
  return reached ? 'reached' : 'not reached';
}
