import {
  type AskResult,
  createRng,
  type FinishedTrial,
  type Json,
  type Objective,
  type Params,
  type PendingTrial,
  pendingFrom,
  type Space,
  type Suggestion,
} from '@cambium/core';
import { complete } from './finished-trial.js';
import { driveSearch, type SearchSetup } from './search-driver.js';

/** One experiment on a made-up function, as the ledger would drive it. */
export interface SearchRun extends Omit<SearchSetup, 'budget'> {
  readonly seed?: number;
  readonly trials: number;
  /** Trials that run at one time. */
  readonly parallel?: number;
  /** Which of the pending trials finishes next: another name, another order. */
  readonly order?: string;
  /** How a trial ends; by default complete with what {@link measure} gives. */
  readonly finish?: (pending: PendingTrial) => FinishedTrial;
}

/** What happened, in order: the searcher's whole history. */
export type SearchEvent =
  | {
      readonly kind: 'ask';
      readonly nextNumber: number;
      readonly count: number;
      readonly pending: readonly PendingTrial[];
      readonly result: AskResult;
    }
  | { readonly kind: 'tell'; readonly trial: FinishedTrial };

export interface SearchTrace {
  readonly events: readonly SearchEvent[];
  readonly suggestions: readonly Suggestion[];
  readonly state: Json;
}

/** Where each objective is best, as a share of every active parameter's range: they are in conflict. */
const optima = [0.7, 0.3, 0.5] as const;

/** In [0, 1], highest where every active parameter is at 0.7 of its range, or at the optimum of another objective. */
export function score(space: Space, params: Params, objective = 0): number {
  const optimum = optima[objective % optima.length] ?? 0;
  const active = [...space.encode(params)].filter((position) => !Number.isNaN(position));
  const sum = active.reduce((total, position) => total + 1 - Math.abs(position - optimum), 0);
  return active.length === 0 ? 0 : sum / active.length;
}

/** One value per objective: its score, negated where it is minimised. */
export function measure(space: Space, params: Params, objectives: readonly Objective[]): number[] {
  return objectives.map(({ direction }, index) => (direction === 'maximize' ? 1 : -1) * score(space, params, index));
}

/**
 * Asks until `parallel` trials are pending, finishes one that a fixed generator chooses, tells it, and so on until
 * `trials` are told or the searcher has nothing more. @throws Error when it waits for nobody.
 */
export function runSearch(run: SearchRun): SearchTrace {
  const { parallel = 1, seed = 1 } = run;
  const driver = drive(run);
  const order = createRng(run.order ?? 'the order in which trials finish');
  const finish =
    run.finish ??
    ((trial: PendingTrial) => complete(trial, measure(run.space, trial.params, driver.context.objectives)));
  const events: SearchEvent[] = [];
  const suggestions: Suggestion[] = [];
  let pending: PendingTrial[] = [];
  let told = 0;
  let exhausted = false;
  while (told < run.trials) {
    const count = Math.min(parallel - pending.length, run.trials - told - pending.length);
    if (count > 0 && !exhausted) {
      const nextNumber = suggestions.length;
      const result = driver.ask({ nextNumber, count, pending, rng: rngOf(seed, nextNumber) });
      events.push({ kind: 'ask', nextNumber, count, pending: [...pending], result });
      exhausted = result.kind === 'exhausted';
      if (result.kind === 'suggest') {
        for (const suggestion of result.suggestions) {
          pending.push(pendingFrom(suggestions.length, suggestion));
          suggestions.push(suggestion);
        }
      } else if (result.kind === 'wait' && pending.length === 0) {
        throw new Error(`${run.searcher.name} waits although nothing is pending`);
      }
    }
    const next = pending[order.int(Math.max(1, pending.length))];
    if (next === undefined) break;
    pending = pending.filter((trial) => trial !== next);
    const trial = finish(next);
    driver.tell(trial);
    events.push({ kind: 'tell', trial });
    told++;
  }
  return { events, suggestions, state: driver.state };
}

/** Goes through a recorded history again, from nothing. Gives the results of its asks and the state at its end. */
export function replaySearch(run: SearchRun, events: readonly SearchEvent[]): { results: AskResult[]; state: Json } {
  const driver = drive(run);
  const results: AskResult[] = [];
  for (const event of events) {
    if (event.kind === 'tell') driver.tell(event.trial);
    else results.push(driver.ask({ ...event, rng: rngOf(run.seed ?? 1, event.nextNumber) }));
  }
  return { results, state: driver.state };
}

function drive(run: SearchRun) {
  return driveSearch({ ...run, budget: { maxTrials: run.trials, maxParallel: run.parallel ?? 1 } });
}

function rngOf(seed: number, nextNumber: number) {
  return createRng(seed).fork('ask').fork(nextNumber);
}
