import { type Summary, summarize } from '../statistics/summarize.js';
import { wilcoxonP } from '../statistics/wilcoxon.js';
import type { CollapseRun } from './collapse.js';

/** What the searches with one early stop, or none, came to. */
export interface StopSummary {
  readonly stop: string;
  /** Of the last epoch. */
  readonly epochs: Summary;
  /** Mean weight of skip connections after the last epoch. */
  readonly weight: Summary;
  /** Skip connections of what is derived. */
  readonly skips: Summary;
  /** Trained from scratch. */
  readonly score: Summary;
  /** Seeds whose network is better and worse than that of the first kind of search, and the paired p of the difference. */
  readonly compared?: { readonly better: number; readonly worse: number; readonly p: number };
}

export interface CollapseSummary {
  /** Weight of skip connections that all options have alike. */
  readonly fair: number;
  /** Searches of the first kind that end with skip connections above that, of how many, and the paired p of the difference. */
  readonly drifted: { readonly count: number; readonly of: number; readonly p: number };
  readonly stops: readonly StopSummary[];
}

export function summarizeCollapse(
  runs: readonly CollapseRun[],
  stops: readonly string[],
  fair: number,
): CollapseSummary {
  const runsOf = (stop: string) => runs.filter((run) => run.stop === stop);
  const weightsOf = (stop: string) => runsOf(stop).map(({ epochs }) => epochs.at(-1)?.weight ?? Number.NaN);
  const scoresOf = (stop: string) => runsOf(stop).map(({ score }) => score);
  const [first = ''] = stops;
  const [ends, scores] = [weightsOf(first), scoresOf(first)];
  const against = (others: readonly number[]) => ({
    better: others.filter((score, i) => score > (scores[i] as number)).length,
    worse: others.filter((score, i) => score < (scores[i] as number)).length,
    p: wilcoxonP(others, scores),
  });
  const drifted = {
    count: ends.filter((weight) => weight > fair).length,
    of: ends.length,
    p: wilcoxonP(
      ends,
      ends.map(() => fair),
    ),
  };
  return {
    fair,
    drifted,
    stops: stops.map((stop, index) => ({
      stop,
      epochs: summarize(runsOf(stop).map(({ epochs }) => epochs.length)),
      weight: summarize(weightsOf(stop)),
      skips: summarize(runsOf(stop).map(({ skips }) => skips)),
      score: summarize(scoresOf(stop)),
      ...(index === 0 ? {} : { compared: against(scoresOf(stop)) }),
    })),
  };
}

export function collapseLines({ fair, drifted, stops }: CollapseSummary): string[] {
  return [
    '',
    `${drifted.count} of ${drifted.of} searches to the end gave skip connections more than their share of ${fair.toFixed(2)}: p = ${drifted.p.toPrecision(2)}`,
    ...stops.map(({ stop, epochs, weight, skips, score, compared }) => {
      const means = `ends with epoch ${epochs.mean.toFixed(0)}, weight ${weight.mean.toFixed(2)}; derived with ${skips.mean.toFixed(1)} skip connections, ${(100 * score.mean).toFixed(1)} %`;
      if (compared === undefined) return `darts(${stop}): ${means}`;
      const { better, worse, p } = compared;
      return `darts(${stop}): ${means}; better in ${better} seeds, worse in ${worse}, p = ${p.toPrecision(2)}`;
    }),
  ];
}
