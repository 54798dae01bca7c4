import {
  type AlgorithmState,
  type Experiment,
  type ExperimentEvent,
  type FinishedTrial,
  isEnded,
  isForSearcher,
  isOfSearch,
  type PendingTrial,
  type SearchHost,
  type Suggestion,
  type Trial,
} from '@cambium/core';
import { finishedTrial, pendingTrial } from '../ledger/finished-trial.js';

/** A suggestion that came out differently the second time. */
export interface ReplayMismatch {
  readonly number: number;
  /** As it is in the ledger. */
  readonly recorded: Suggestion;
  /** Null: the searcher had nothing to suggest. */
  readonly replayed: Suggestion | null;
}

export interface Replayed {
  readonly searcher: AlgorithmState;
  /** How many suggestions were compared. */
  readonly suggestions: number;
  readonly mismatches: readonly ReplayMismatch[];
}

export interface History {
  readonly experiment: Pick<Experiment, 'id' | 'spec' | 'context' | 'maxStep' | 'maxTrials'>;
  /** By number. */
  readonly trials: readonly Trial[];
  readonly events: readonly ExperimentEvent[];
}

/**
 * Runs the searcher from nothing through the ledger's order of asks and tells. With an unchanged searcher every
 * suggestion comes out as recorded, with parallel trials too.
 */
export async function replayHistory(
  host: Pick<SearchHost, 'ask'>,
  { experiment, trials, events }: History,
): Promise<Replayed> {
  const { id, spec, context, maxStep } = experiment;
  const byNumber = new Map(trials.map((trial) => [trial.number, trial]));
  const pending = new Map<number, PendingTrial>();
  const mismatches: ReplayMismatch[] = [];
  let maxTrials = spec.budget.maxTrials;
  let suggestions = 0;
  /** The points to begin with were never asked for. */
  const given = spec.warmStart?.points.length ?? 0;
  let created = 0;
  let searcher: AlgorithmState | null = null;
  const told: FinishedTrial[] = [];
  let heard = 0;
  const ask = async (nextNumber: number, count: number) => {
    const problem = { spec, context, maxStep, maxTrials };
    const historyId = `${id} again`;
    const request = { historyId, problem, searcher, pending: [...pending.values()], nextNumber, count };
    let reply = await host.ask({ ...request, tell: { from: heard, trials: told.slice(heard) } });
    while (reply.kind === 'behind') {
      reply = await host.ask({ ...request, tell: { from: reply.known, trials: told.slice(reply.known) } });
    }
    searcher = reply.searcher;
    heard = told.length;
    return reply;
  };

  const compare = async (trial: Trial) => {
    const { result } = await ask(trial.number, 1);
    const replayed = result.kind === 'suggest' ? result.suggestions[0] : null;
    const recorded = suggestionOf(trial);
    suggestions += 1;
    if (!sameSuggestion(recorded, replayed)) mismatches.push({ number: trial.number, recorded, replayed });
  };

  for (const event of events) {
    if (event.type === 'experiment.extended') maxTrials = Number(event.payload['maxTrials'] ?? maxTrials);
    const trial = byNumber.get(event.trialNumber ?? -1);
    if (trial === undefined || !isForSearcher(trial)) continue;
    if (event.type === 'trial.created') {
      if (isOfSearch(trial) && created++ >= given) await compare(trial);
      pending.set(trial.number, pendingTrial(trial));
    } else if (event.type === 'trial.finished' && isEnded(trial)) {
      pending.delete(trial.number);
      told.push(finishedTrial(trial));
    }
  }
  const last = await ask(trials.length, 0);
  return { searcher: last.searcher, suggestions, mismatches };
}

function suggestionOf({ params, fidelity, parent, mode }: Trial): Suggestion {
  return {
    params,
    ...(fidelity === null ? {} : { fidelity }),
    ...(parent === null ? {} : { resumeFrom: parent }),
    ...(mode === null ? {} : { mode }),
  };
}

function sameSuggestion(recorded: Suggestion, replayed: Suggestion | null): boolean {
  if (replayed === null) return false;
  return (
    paramsText(recorded) === paramsText(replayed) &&
    recorded.fidelity === replayed.fidelity &&
    recorded.mode === replayed.mode &&
    recorded.resumeFrom === replayed.resumeFrom
  );
}

/** Independent of the order of the keys, which a database may change. */
function paramsText({ params }: Suggestion): string {
  return JSON.stringify(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)));
}
