import {
  type AskContext,
  type AskResult,
  type BranchName,
  branchNames,
  defineSearcher,
  type Json,
  type Params,
  type SearchContext,
} from '@cambium/core';
import { defineComposedSearcher, type FindSearchers } from '../../composite/compose-searcher.js';
import { definitionOf, type NamedSearcher } from '../../composite/inner-searcher.js';
import { type SubSearch, startedOn, subSearch } from '../../composite/sub-search.js';
import { askOneByOne } from '../../history/ask-one-by-one.js';
import { askBranch, type Lane } from './ask-branch.js';
import { gains } from './gains.js';
import { type BranchBanditOptions, branchBanditOptions } from './options.js';
import { type Accounts, accountOf, bookTrial, rankBranches } from './rank-branches.js';

/** The whole space, or one of its branches. */
type ArmName = 'all' | BranchName;

/** A type, not an interface: only then is it assignable to `Json`. */
export type BanditState = {
  /** Of the joint search; null before it was asked. */
  readonly joint: { readonly state: Json } | null;
  readonly lanes: Readonly<Record<string, Lane>>;
  readonly accounts: Accounts;
  /** Who suggested the trials that are not booked yet: number → arm. */
  readonly asked: Readonly<Record<string, string>>;
};

/**
 * A bandit whose arms are the branches of the space, and all of them together: after a joint start each trial changes one
 * branch of the best trial so far, and the arm that improved most per device-second is asked more often.
 */
export const branchBandit = defineComposedSearcher((searchers) =>
  defineSearcher<BranchBanditOptions, BanditState>({
    name: 'branch-bandit',
    stateVersion: 1,
    summary: 'Searches all branches together and each by itself, and divides the budget by what they bring per second.',
    options: branchBanditOptions(searchers),
    capabilities: {
      multiObjective: true,
      conditional: true,
      finite: false,
      orderIndependent: false,
      multiFidelity: false,
    },
    inner: ({ joint, branches }) => [
      { path: ['joint'], searcher: definitionOf(searchers, joint), options: joint.options },
      ...branchNames.flatMap((branch) => {
        const named = branches[branch];
        if (named === undefined) return [];
        const searcher = definitionOf(searchers, named);
        return [{ path: ['branches', branch], searcher, options: named.options }];
      }),
    ],
    init: () => ({ joint: null, lanes: {}, accounts: {}, asked: {} }),
    ask: (state, context) =>
      askOneByOne(booked(state, context), context, (before, each) => askOne(searchers, before, each)),
    tell(state, context, trial) {
      const { budget } = context;
      const joint = jointSearch(searchers, context);
      const lanes = Object.entries(state.lanes).map(([arm, lane]): [string, Lane] => {
        const sub = branchSearch(searchers, context, { arm: arm as BranchName, base: lane.params });
        return [arm, sub?.shows(trial) ? { ...lane, state: sub.tell(lane.state, context, { trial, budget }) } : lane];
      });
      const heard = state.joint !== null && joint.shows(trial);
      return {
        ...state,
        lanes: Object.fromEntries(lanes),
        joint: heard ? { state: joint.tell(state.joint.state, context, { trial, budget }) } : state.joint,
      };
    },
  }),
);

/** Writes what told trials brought to the account of who suggested them. */
function booked(state: BanditState, { history, options }: AskContext<BranchBanditOptions>): BanditState {
  const { byNumber } = history.fold(gains);
  let accounts = state.accounts;
  const asked: Record<string, string> = {};
  for (const [number, arm] of Object.entries(state.asked)) {
    const gain = byNumber.get(Number(number));
    if (gain === undefined) asked[number] = arm;
    else accounts = bookTrial(accounts, arm, { gain, memory: options.memory });
  }
  return { ...state, accounts, asked };
}

interface Asked {
  readonly result: AskResult;
  readonly state: BanditState;
}

/** One suggestion, of the most promising arm that has one. */
function askOne(searchers: FindSearchers, state: BanditState, context: AskContext<BranchBanditOptions>): Asked {
  let result: AskResult = { kind: 'exhausted' };
  for (const arm of armsNow(state, context)) {
    const asked =
      arm === 'all' ? askJoint(searchers, state, context) : askOneBranch(searchers, state, { context, arm });
    if (asked === undefined) continue;
    if (asked.result.kind === 'wait') result = asked.result;
    if (asked.result.kind !== 'suggest') continue;
    const [suggestion] = asked.result.suggestions;
    const why = { by: 'branch-bandit', arm, ...(suggestion.why === undefined ? {} : { suggested: suggestion.why }) };
    return {
      result: { kind: 'suggest', suggestions: [{ ...suggestion, why }] },
      state: { ...asked.state, asked: { ...asked.state.asked, [context.nextNumber]: arm } },
    };
  }
  return { result, state };
}

/** In the order to be asked in. */
function armsNow(state: BanditState, context: AskContext<BranchBanditOptions>): readonly ArmName[] {
  const { space, history, pending, options } = context;
  const present = branchNames.filter((name) => space.parameters.some(({ branch }) => branch === name));
  const started = history.trials.length + pending.length >= options.startTrials;
  if (present.length < 2 || !started) return ['all'];
  const arms: readonly ArmName[] = [...present, 'all'];
  const waiting = Object.values(state.asked);
  const accounts = arms.map((arm) => ({
    account: accountOf(state.accounts, arm),
    pending: waiting.filter((asked) => asked === arm).length,
  }));
  return rankBranches(accounts, options.exploration).flatMap((i) => arms[i] ?? []);
}

function askJoint(searchers: FindSearchers, state: BanditState, context: AskContext<BranchBanditOptions>): Asked {
  const joint = jointSearch(searchers, context);
  const own = state.joint === null ? startedOn(joint, context, context.budget) : state.joint.state;
  const asked = joint.ask(own, context, context.budget);
  return { result: asked.result, state: { ...state, joint: { state: asked.state } } };
}

function askOneBranch(
  searchers: FindSearchers,
  state: BanditState,
  { context, arm }: { readonly context: AskContext<BranchBanditOptions>; readonly arm: BranchName },
): Asked | undefined {
  const asked = askBranch(context, {
    arm,
    lane: state.lanes[arm],
    searchAt: (base) => branchSearch(searchers, context, { arm, base }),
  });
  if (asked === undefined) return undefined;
  const lanes = asked.lane === undefined ? state.lanes : { ...state.lanes, [arm]: asked.lane };
  return { result: asked.result, state: { ...state, lanes } };
}

/** Undefined: the branch is mutated. */
function branchSearch(
  searchers: FindSearchers,
  context: SearchContext<BranchBanditOptions>,
  { arm, base }: { readonly arm: BranchName; readonly base: Params },
): SubSearch | undefined {
  const named = context.options.branches[arm];
  return named && searchIn(searchers, context, { named, branches: [arm], base });
}

function jointSearch(searchers: FindSearchers, context: SearchContext<BranchBanditOptions>): SubSearch {
  return searchIn(searchers, context, { named: context.options.joint, branches: branchNames, base: {} });
}

function searchIn(
  searchers: FindSearchers,
  { space, maxStep }: SearchContext<BranchBanditOptions>,
  { named, ...where }: { readonly named: NamedSearcher } & Pick<Parameters<typeof subSearch>[1], 'branches' | 'base'>,
): SubSearch {
  const searcher = definitionOf(searchers, named);
  return subSearch(space, { searcher, options: named.options, ...where, steps: maxStep, maxStep });
}
