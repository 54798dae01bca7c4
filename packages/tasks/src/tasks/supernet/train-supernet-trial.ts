import {
  type Claim,
  choiceMetric,
  createRng,
  type EvaluateOptions,
  type Metrics,
  type TrialOutcome,
} from '@cambium/core';
import { type Choice, type SupernetEpoch, type SupernetResult, trainSupernet } from '@cambium/engine';
import { costMetrics, costTermOf } from './cost-term.js';
import { epochLine } from './epoch-line.js';
import type { SupernetTrial } from './open-supernet-trial.js';
import { searchMethod } from './search-method.js';

/** Trains the supernet as the searcher wants it, reports the weights of its options every epoch and keeps what it learnt. */
export async function trainSupernetTrial(
  claim: Claim,
  trial: SupernetTrial,
  { report, signal, log, saveArtifact }: EvaluateOptions,
): Promise<TrialOutcome> {
  const { settings, superGraph, choices, data, backend } = trial;
  const method = searchMethod(claim.searcher, trial);
  const { epochs, heldOutShare, recalibrationBatches: _, ...procedure } = settings.supernet;
  const started = performance.now();
  let metrics: Metrics = {};
  log(`${backend.name} (${backend.device}): a supernet of ${choices.length} choices for ${claim.searcher.name}`);
  const wish = method.cost;
  const cost = wish === undefined ? undefined : { wish, term: await costTermOf(wish, trial, log) };
  if (signal.aborted) return { kind: 'cancelled' };
  const result = await trainSupernet({
    backend,
    superGraph,
    choices,
    data,
    procedure,
    strategy: (parts) => method.strategy(parts),
    ...(cost === undefined ? {} : { cost: cost.term }),
    ...(method.partialChannels === undefined ? {} : { partialChannels: method.partialChannels }),
    epochs: claim.fidelity === null ? epochs : Math.max(1, Math.min(epochs, Math.round(claim.fidelity))),
    heldOutShare,
    rng: createRng(claim.seed).fork(`trial/${claim.number}`),
    signal,
    async onEpoch(step, epoch) {
      const expected = cost === undefined ? {} : costMetrics(cost.wish, cost.term, epoch.probabilities);
      const measured = { ...epoch.metrics, ...expected, search_seconds: (performance.now() - started) / 1000 };
      metrics = { ...measured, ...optionMetrics(epoch, choices) };
      log(epochLine({ epoch: step, epochs }, measured, { choices, probabilities: epoch.probabilities }));
      return report(step, metrics);
    },
    log,
  });
  return outcomeOf(result, metrics, async (checkpoint, done) =>
    saveArtifact({ name: `checkpoint/supernet-${done}`, kind: 'checkpoint', bytes: checkpoint }),
  );
}

/**
 * The weight of each option under a name of its own, `alpha.<parameter>.<value>`, and the networks that are to be
 * judged next as `candidate.<number>.<parameter>`: the place of the value among the parameter's choices.
 */
function optionMetrics({ probabilities, candidates = [] }: SupernetEpoch, choices: readonly Choice[]): Metrics {
  const weights = choices.flatMap(({ param, values }, choice) =>
    values.flatMap((value, i) => {
      const weight = probabilities?.[choice]?.[i];
      return weight === undefined ? [] : [[choiceMetric('alpha', param, value), weight] as const];
    }),
  );
  const drawn = candidates.flatMap((path, number) =>
    choices.flatMap(({ param, values }) => {
      const value = path[param];
      return value === undefined ? [] : [[`candidate.${number}.${param}`, values.indexOf(value)] as const];
    }),
  );
  return Object.fromEntries([...weights, ...drawn]);
}

type Saved = Extract<TrialOutcome, { kind: 'complete' }>['artifacts'][number];

async function outcomeOf(
  result: SupernetResult,
  metrics: Metrics,
  save: (checkpoint: Uint8Array, epochs: number) => Promise<Saved>,
): Promise<TrialOutcome> {
  switch (result.kind) {
    case 'cancelled':
      return { kind: 'cancelled' };
    case 'diverged': {
      const failure = { code: 'diverged', message: `The search diverged: ${result.message}.` };
      return { kind: 'failed', failure, retry: false, artifacts: [] };
    }
    case 'stopped':
      return { kind: 'stopped', metrics, artifacts: [] };
    case 'complete':
      return { kind: 'complete', metrics, artifacts: [await save(result.checkpoint, result.epochs)] };
  }
}
