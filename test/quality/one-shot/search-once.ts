import { createRng, type Json, type Metrics, type Params, type PendingTrial } from '@cambium/core';
import { complete, driveSearch } from '@cambium/testkit/search';
import type { Contestant } from '../contestant.js';
import { accuracyOf, type Evaluated, type SharedExperiment } from './shared-experiment.js';

/** One search with shared weights up to the network that it would train from scratch. */
export interface Search {
  readonly derived: Params;
  /** Why it was derived, as the searcher says it. */
  readonly why: Json;
  /** Of the supernet and all candidates. */
  readonly seconds: number;
  /** Of the supernet's trial: loss, accuracy, memory, weights of the options. */
  readonly metrics: Metrics;
  /** The same after each epoch. */
  readonly epochs: readonly Metrics[];
  /** A sentence of the log when the search ended early. */
  readonly ended?: string;
  /** Validation accuracy of networks with this search's shared weights, and the mean seconds of one such evaluation. */
  judge(networks: readonly Params[]): Promise<{ readonly scores: readonly number[]; readonly seconds: number }>;
}

const mostTrials = 10_000;

/** @throws Error when a trial fails. */
export async function searchOnce(
  experiment: SharedExperiment,
  { searcher, options }: Contestant,
  seed: number,
): Promise<Search> {
  const { space, objectives, maxStep } = experiment;
  const budget = { maxTrials: mostTrials };
  const driver = driveSearch({ searcher, space, options, objectives, maxStep, budget });
  const claimed = { seed, searcher: { name: searcher.name, options: driver.context.options as Record<string, Json> } };
  let supernet: Evaluated | undefined;
  let seconds = 0;
  const resumed = () => {
    if (supernet?.outcome.kind !== 'complete') throw new Error(`no supernet: ${JSON.stringify(supernet?.outcome)}`);
    const [checkpoint] = supernet.outcome.artifacts;
    if (checkpoint === undefined) throw new Error('the supernet left no weights');
    return { digest: checkpoint.digest, step: 1 };
  };
  for (let number = 0; number < mostTrials; number++) {
    const [suggestion] = driver.suggest({ nextNumber: number, rng: createRng(seed).fork('ask').fork(number) });
    if (suggestion === undefined) throw new Error(`${searcher.name} suggests nothing although nothing is pending`);
    const { params, mode } = suggestion;
    if (mode === undefined) {
      const { outcome, log, reports = [] } = supernet ?? {};
      const ended = log?.find((line) => line.startsWith('the search ends'));
      return {
        derived: params,
        why: suggestion.why ?? null,
        seconds,
        metrics: outcome?.kind === 'complete' ? outcome.metrics : {},
        epochs: reports,
        ...(ended === undefined ? {} : { ended }),
        async judge(networks) {
          const scores: number[] = [];
          let spent = 0;
          for (const [index, network] of networks.entries()) {
            const trial = { ...claimed, number: number + index, params: network, mode: 'shared-weights' };
            const judged = await experiment.evaluate({ ...trial, resumeFrom: resumed() });
            scores.push(accuracyOf(judged, network));
            spent += judged.seconds;
          }
          return { scores, seconds: spent / networks.length };
        },
      };
    }
    const evaluated = await experiment.evaluate({
      ...claimed,
      number,
      params,
      mode,
      ...(mode === 'supernet' ? {} : { resumeFrom: resumed() }),
    });
    seconds += evaluated.seconds;
    if (mode === 'supernet') supernet = evaluated;
    const { outcome } = evaluated;
    if (outcome.kind !== 'complete') throw new Error(`${searcher.name}: ${JSON.stringify(outcome)}`);
    const pending: PendingTrial = { number, params, mode };
    const values = mode === 'supernet' ? [] : [accuracyOf(evaluated, params)];
    driver.tell(complete(pending, values, { metrics: outcome.metrics }));
  }
  throw new Error(`${searcher.name} derives no network in ${mostTrials} trials`);
}
