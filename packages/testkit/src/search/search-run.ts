import {
  type AskResult,
  type Budget,
  createRng,
  type FinishedTrial,
  type Json,
  type Objective,
  type Params,
  type PendingTrial,
  type SearchContext,
  type SearcherDefinition,
  type Space,
  type Suggestion,
} from '@cambium/core';

/** One experiment on a made-up function, as the ledger would drive it. */
export interface SearchRun {
  readonly searcher: SearcherDefinition;
  readonly space: Space;
  readonly options?: unknown;
  readonly objectives?: readonly Objective[];
  readonly seed?: number;
  readonly trials: number;
  /** Trials that run at one time. */
  readonly parallel?: number;
  /** Which of the pending trials finishes next: another name, another order. */
  readonly order?: string;
  /** How a trial ends; by default complete with {@link score}. */
  readonly finish?: (pending: PendingTrial) => FinishedTrial;
  /** What happens to the state between two calls: `JSON.parse(JSON.stringify(state))` by default. */
  readonly store?: (state: Json) => Json;
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
  readonly context: SearchContext<unknown>;
}

export const maximize: readonly Objective[] = [{ metric: 'score', direction: 'maximize' }];

/** In [0, 1], highest where every active parameter is at 0.7 of its range. */
export function score(space: Space, params: Params): number {
  const active = [...space.encode(params)].filter((position) => !Number.isNaN(position));
  const sum = active.reduce((total, position) => total + 1 - Math.abs(position - 0.7), 0);
  return active.length === 0 ? 0 : sum / active.length;
}

export function complete({ number, params }: PendingTrial, values: readonly number[]): FinishedTrial {
  return { number, params, state: 'complete', values, metrics: {}, lastStep: 1, violation: 0 };
}

/** A trial that measured nothing. */
export function endedAs(state: FinishedTrial['state'], { number, params }: PendingTrial): FinishedTrial {
  return { number, params, state, metrics: {}, lastStep: 0, violation: 0 };
}

/**
 * Asks until `parallel` trials are pending, finishes one that a fixed generator chooses, tells it, and so on until
 * `trials` are told or the searcher has nothing more. @throws Error when it waits for nobody.
 */
export function runSearch(run: SearchRun): SearchTrace {
  const { searcher, parallel = 1, seed = 1 } = run;
  const context = contextOf(run);
  const store = run.store ?? ((state: Json) => JSON.parse(JSON.stringify(state)) as Json);
  const order = createRng(run.order ?? 'the order in which trials finish');
  const finish = run.finish ?? ((trial: PendingTrial) => complete(trial, [score(run.space, trial.params)]));
  const events: SearchEvent[] = [];
  const suggestions: Suggestion[] = [];
  let pending: PendingTrial[] = [];
  let state = store(searcher.init(context));
  let told = 0;
  let exhausted = false;
  while (told < run.trials) {
    const count = Math.min(parallel - pending.length, run.trials - told - pending.length);
    if (count > 0 && !exhausted) {
      const nextNumber = suggestions.length;
      const asked = askAt(searcher, state, { ...context, seed, nextNumber, count, pending });
      state = store(asked.state);
      events.push({ kind: 'ask', nextNumber, count, pending: [...pending], result: asked.result });
      exhausted = asked.result.kind === 'exhausted';
      if (asked.result.kind === 'suggest') {
        for (const suggestion of asked.result.suggestions) {
          pending.push({ number: suggestions.length, params: suggestion.params });
          suggestions.push(suggestion);
        }
      } else if (asked.result.kind === 'wait' && pending.length === 0) {
        throw new Error(`${searcher.name} waits although nothing is pending`);
      }
    }
    const next = pending[order.int(Math.max(1, pending.length))];
    if (next === undefined) break;
    pending = pending.filter((trial) => trial !== next);
    const trial = finish(next);
    state = store(searcher.tell(state, context, trial));
    events.push({ kind: 'tell', trial });
    told++;
  }
  return { events, suggestions, state, context };
}

/** Goes through a recorded history again, from nothing. Gives the results of its asks and the state at its end. */
export function replaySearch(run: SearchRun, events: readonly SearchEvent[]): { results: AskResult[]; state: Json } {
  const context = contextOf(run);
  const results: AskResult[] = [];
  let state = run.searcher.init(context);
  for (const event of events) {
    if (event.kind === 'tell') {
      state = run.searcher.tell(state, context, event.trial);
      continue;
    }
    const asked = askAt(run.searcher, state, { ...context, ...event, seed: run.seed ?? 1 });
    results.push(asked.result);
    state = asked.state;
  }
  return { results, state };
}

export function contextOf(run: SearchRun): SearchContext<unknown> {
  const options = run.searcher.options.safeParse(run.options ?? {});
  if (!options.success) throw new Error(`${run.searcher.name} refuses ${JSON.stringify(run.options ?? {})}`);
  const { space, trials, parallel = 1, objectives = maximize } = run;
  const budget: Budget = { maxTrials: trials, maxParallel: parallel, maxAttempts: 3 };
  return { space, objectives, constraints: [], options: options.data, budget };
}

interface AskArguments extends SearchContext<unknown> {
  readonly seed: number;
  readonly nextNumber: number;
  readonly count: number;
  readonly pending: readonly PendingTrial[];
}

function askAt(searcher: SearcherDefinition, state: Json, { seed, nextNumber, ...context }: AskArguments) {
  return searcher.ask(state, { ...context, rng: createRng(seed).fork('ask').fork(nextNumber) });
}
