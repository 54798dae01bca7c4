import { type AskContext, type AskResult, defineSearcher, type Json, type SearchContext } from '@cambium/core';
import { askOneByOne } from '../../history/ask-one-by-one.js';
import { type Arm, allArms, chooseArms } from './arms.js';
import { addOutcome, type Credit, rankArms } from './credit.js';
import { type AutoOptions, autoOptions } from './options.js';
import { outcomes } from './outcomes.js';

/** A type, not an interface: only then is it assignable to `Json`. */
type AutoState = {
  /** The arms' own states, by name. */
  readonly states: Readonly<Record<string, Json>>;
  readonly credits: Readonly<Record<string, Credit>>;
  /** Who suggested the trials whose outcome is not credited yet: number → name. */
  readonly asked: Readonly<Record<string, string>>;
};

/**
 * A bandit over the searchers that suit the experiment: all of them learn from every trial, and who suggested the better
 * ones is asked more often. The first trials are quasi-random points, from which every one of them can start.
 */
export const auto = defineSearcher<AutoOptions, AutoState>({
  name: 'auto',
  stateVersion: 1,
  summary:
    'Chooses methods by the space, the budget and the goal, and keeps to those that do well: the place to start.',
  options: autoOptions,
  capabilities: {
    multiObjective: true,
    conditional: true,
    finite: false,
    orderIndependent: false,
    multiFidelity: false,
  },
  init: () => ({ states: {}, credits: {}, asked: {} }),
  ask(before, context) {
    return askOneByOne(credited(before, context), context, askOne);
  },
  tell(state, context, trial) {
    const told = Object.values(allArms).flatMap((arm): [string, Json][] => {
      const own = state.states[arm.name];
      return own === undefined ? [] : [[arm.name, arm.searcher.tell(own, arm.contextOf(context), trial)]];
    });
    return { ...state, states: { ...state.states, ...Object.fromEntries(told) } };
  },
});

/** Writes the outcomes of told trials to the credit of those who suggested them. */
function credited(state: AutoState, { history }: AskContext<AutoOptions>): AutoState {
  const { byNumber } = history.fold(outcomes);
  const credits: Record<string, Credit> = { ...state.credits };
  const asked: Record<string, string> = {};
  for (const [number, name] of Object.entries(state.asked)) {
    const outcome = byNumber.get(Number(number));
    if (outcome === undefined) asked[number] = name;
    else credits[name] = addOutcome(credits[name] ?? [], outcome);
  }
  return { ...state, credits, asked };
}

/** One suggestion, of the most promising arm that has one. */
function askOne(state: AutoState, context: AskContext<AutoOptions>): { result: AskResult; state: AutoState } {
  const { arms, because } = armsNow(state, context);
  let result: AskResult = { kind: 'exhausted' };
  for (const { name, searcher, contextOf } of arms) {
    const own = state.states[name] ?? searcher.init(contextOf(context));
    const answer = searcher.ask(own, contextOf(context));
    if (answer.result.kind === 'wait') result = answer.result;
    if (answer.result.kind !== 'suggest') continue;
    const [{ why, ...suggestion }] = answer.result.suggestions;
    const reason = { method: name, because, ...(why === undefined ? {} : { suggested: why }) };
    return {
      result: { kind: 'suggest', suggestions: [{ ...suggestion, why: reason }] },
      state: {
        ...state,
        states: { ...state.states, [name]: answer.state },
        asked: { ...state.asked, [context.nextNumber]: name },
      },
    };
  }
  return { result, state };
}

/** In the order to be asked in. */
function armsNow(state: AutoState, context: AskContext<AutoOptions>): { arms: readonly Arm[]; because: string } {
  if (context.history.trials.length + context.pending.length < startTrials(context)) {
    return { arms: [allArms.quasiRandom], because: 'the first trials spread over the space' };
  }
  const { arms, because } = chooseArms(context);
  const pending = Object.values(state.asked);
  const records = arms.map(({ name }) => ({
    credit: state.credits[name] ?? [],
    pending: pending.filter((asked) => asked === name).length,
  }));
  return { arms: rankArms(records, context.options.exploration).flatMap((i) => arms[i] ?? []), because };
}

/** A fifth of the budget, at least 4 and at most 10 points. */
function startTrials({ budget }: SearchContext<unknown>): number {
  return Math.max(4, Math.min(10, Math.ceil(budget.maxTrials / 5)));
}
