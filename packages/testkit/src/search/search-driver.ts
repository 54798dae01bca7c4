import {
  type AskResult,
  type Budget,
  type Constraint,
  createRng,
  createSearchHistory,
  type FinishedTrial,
  type Json,
  type Objective,
  type PendingTrial,
  type Rng,
  type SearchContext,
  type SearcherDefinition,
  type SearchHistory,
  type Space,
  type Suggestion,
} from '@cambium/core';

export interface SearchSetup {
  readonly searcher: SearcherDefinition;
  readonly space: Space;
  /** As a person writes them: defaults are filled in. */
  readonly options?: unknown;
  /** By default {@link maximize}. */
  readonly objectives?: readonly Objective[];
  readonly constraints?: readonly Constraint[];
  readonly maxStep?: number;
  readonly budget?: Partial<Budget>;
  /** What happens to the state between two calls: `JSON.parse(JSON.stringify(state))` by default. */
  readonly store?: (state: Json) => Json;
}

export interface AskSettings {
  readonly rng?: Rng;
  readonly count?: number;
  readonly pending?: readonly PendingTrial[];
  /** By default after all told and pending trials. */
  readonly nextNumber?: number;
}

/** A searcher with its state and history, as the ledger would hold them. */
export interface SearchDriver {
  readonly context: SearchContext<unknown>;
  readonly history: SearchHistory;
  readonly state: Json;
  ask(settings?: AskSettings): AskResult;
  /** The suggestions of an ask; none when the searcher waits or is exhausted. */
  suggest(settings?: AskSettings): readonly Suggestion[];
  tell(...trials: readonly FinishedTrial[]): void;
}

export const maximize: readonly Objective[] = [{ metric: 'score', direction: 'maximize' }];
export const minimize: readonly Objective[] = [{ metric: 'score', direction: 'minimize' }];

/** @throws Error when the searcher refuses the options. */
export function driveSearch(setup: SearchSetup): SearchDriver {
  const { searcher } = setup;
  const context = contextOf(setup);
  const store = setup.store ?? ((state: Json) => JSON.parse(JSON.stringify(state)) as Json);
  const history = createSearchHistory(context);
  let state = store(searcher.init(context));
  const ask = ({ rng = createRng(1), count = 1, pending = [], nextNumber }: AskSettings = {}) => {
    const next = nextNumber ?? history.trials.length + pending.length;
    const asked = searcher.ask(state, { ...context, history, rng, count, pending, nextNumber: next });
    // As the ledger does: what it does not record, a replay could not repeat.
    if (asked.result.kind === 'suggest') state = store(asked.state);
    return asked.result;
  };
  return {
    context,
    history,
    get state() {
      return state;
    },
    ask,
    suggest(settings) {
      const result = ask(settings);
      return result.kind === 'suggest' ? result.suggestions : [];
    },
    tell(...trials) {
      for (const trial of trials) {
        history.add(trial);
        state = store(searcher.tell(state, context, trial));
      }
    },
  };
}

function contextOf(setup: SearchSetup): SearchContext<unknown> {
  const { searcher, space, objectives = maximize, constraints = [], maxStep = 1 } = setup;
  const options = searcher.options.safeParse(setup.options ?? {});
  if (!options.success) throw new Error(`${searcher.name} refuses ${JSON.stringify(setup.options)}`);
  const budget: Budget = { maxTrials: 100, maxParallel: 1, maxAttempts: 3, ...setup.budget };
  return { space, objectives, constraints, options: options.data, budget, maxStep };
}
