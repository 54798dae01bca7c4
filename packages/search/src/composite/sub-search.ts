import type {
  AskContext,
  AskResult,
  BranchName,
  FinishedTrial,
  Json,
  Params,
  PendingTrial,
  SearchContext,
  SearcherDefinition,
  Space,
  Suggestion,
} from '@cambium/core';
import { type RestrictedSpace, restrictSpace } from '@cambium/spaces';
import { historyView } from '../history/history-view.js';

/** What one searcher within another searches. */
export interface SubSearchSettings {
  readonly searcher: SearcherDefinition;
  /** As the searcher's schema gives them. */
  readonly options: unknown;
  readonly branches: readonly BranchName[];
  /** The point of the whole space whose other branches are kept. */
  readonly base: Params;
  /** Where its trials end, in 1 … `maxStep`. */
  readonly steps: number;
  /** The last step of a trial that nobody stops. */
  readonly maxStep: number;
}

/** How much of the budget it may count on: its trials as of now, and how many of them at a time. */
export interface SubBudget {
  readonly maxTrials: number;
  readonly maxParallel: number;
}

/**
 * A searcher on a slice of the space. It sees the trials of that slice as trials of its own space, whoever asked for them, and
 * of all others nothing.
 */
export interface SubSearch {
  readonly slice: RestrictedSpace;
  /** Whether a trial lies in its slice, and ran (or is to run) as long as its own do. */
  shows(trial: PendingTrial): boolean;
  init(context: SearchContext<unknown>, budget: SubBudget): Json;
  /** Of a trial that it shows. */
  tell(state: Json, context: SearchContext<unknown>, told: { trial: FinishedTrial; budget: SubBudget }): Json;
  /** Suggestions are points of the whole space. */
  ask(state: Json, context: AskContext<unknown>, budget: SubBudget): { result: AskResult; state: Json };
}

/** By the space that they are slices of: views of histories are recognised by their identity, so each is made once. */
const known = new WeakMap<Space, Map<string, SubSearch>>();

export function subSearch(space: Space, settings: SubSearchSettings): SubSearch {
  const { searcher, options, branches, base, steps, maxStep } = settings;
  const fixed = space.parameters.flatMap(({ name, branch }) => (branches.includes(branch) ? [] : [base[name] ?? null]));
  const key = JSON.stringify([searcher.name, options, branches, fixed, steps, maxStep]);
  const made = known.get(space) ?? new Map<string, SubSearch>();
  known.set(space, made);
  const sub = made.get(key) ?? createSubSearch(space, settings);
  made.set(key, sub);
  return sub;
}

function createSubSearch(space: Space, settings: SubSearchSettings): SubSearch {
  const { searcher, options, branches, base, steps, maxStep } = settings;
  const slice = restrictSpace(space, branches, base);
  const ownSteps = ({ fidelity = maxStep }: PendingTrial) =>
    searcher.capabilities.multiFidelity ? fidelity <= steps : fidelity === steps;
  const shows = (trial: PendingTrial) => isEvaluation(trial) && ownSteps(trial) && slice.contains(trial.params);
  const looks = <T extends PendingTrial>({ fidelity = maxStep, ...trial }: T) =>
    ({ ...trial, params: slice.part(trial.params), ...(fidelity === steps ? {} : { fidelity }) }) as unknown as T;
  const view = historyView({
    seenAs: (context) => ({ ...context, space: slice, options, maxStep: steps }),
    shows,
    looks,
  });
  const within = (context: SearchContext<unknown>, budget: SubBudget): SearchContext<unknown> => ({
    space: slice,
    objectives: context.objectives,
    constraints: context.constraints,
    options,
    budget: { ...context.budget, ...budget },
    maxStep: steps,
  });
  const whole = ({ fidelity = steps, ...suggestion }: Suggestion): Suggestion => ({
    ...suggestion,
    params: slice.complete(suggestion.params),
    ...(fidelity === maxStep ? {} : { fidelity }),
  });
  return {
    slice,
    shows,
    init: (context, budget) => searcher.init(within(context, budget)),
    tell: (state, context, { trial, budget }) => searcher.tell(state, within(context, budget), looks(trial)),
    ask(state, context, budget) {
      const { rng, history, pending, nextNumber, count } = context;
      const own = { rng, history: view(history), pending: pending.filter(shows).map(looks), nextNumber, count };
      const asked = searcher.ask(state, { ...within(context, budget), ...own });
      if (asked.result.kind !== 'suggest') return asked;
      const [first, ...rest] = asked.result.suggestions;
      return { state: asked.state, result: { kind: 'suggest', suggestions: [whole(first), ...rest.map(whole)] } };
    },
  };
}

/** A trial in a mode of its own (a screening's) says nothing of what its design is worth. */
function isEvaluation({ mode }: PendingTrial): boolean {
  return mode === undefined || mode === 'known';
}

/** The state of a search that begins now, and has heard of all that its slice holds. */
export function startedOn(sub: SubSearch, context: AskContext<unknown>, budget: SubBudget): Json {
  return context.history.trials
    .filter(sub.shows)
    .reduce((state, trial) => sub.tell(state, context, { trial, budget }), sub.init(context, budget));
}
