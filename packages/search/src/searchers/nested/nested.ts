import {
  type AskContext,
  type AskResult,
  defineSearcher,
  type Json,
  type Params,
  type SearchContext,
  type Space,
} from '@cambium/core';
import { defineComposedSearcher, type FindSearchers } from '../../composite/compose-searcher.js';
import { branchesOf, emptyBranches } from '../../composite/empty-branches.js';
import { definitionOf } from '../../composite/inner-searcher.js';
import { type Base, startBase } from '../../composite/start-point.js';
import { askOneByOne } from '../../history/ask-one-by-one.js';
import { askPoint } from './ask-point.js';
import { type NestedOptions, nestedOptions } from './options.js';
import { type ClosedPoint, closedPoint, type OuterPoint, outerHistory, outerTrial } from './outer-points.js';
import { innerBudget, innerSearch, innerTrials, outerBudget, outerSearch } from './searches.js';

/** A type, not an interface: only then is it assignable to `Json`. */
export type NestedState = {
  /** Where the branches stand that neither search has; null before the first ask. */
  readonly start: Base | null;
  /** Null before it was asked. */
  readonly outer: { readonly state: Json } | null;
  readonly open: readonly OuterPoint[];
  readonly closed: readonly ClosedPoint[];
};

/**
 * A search inside each point of another (bilevel optimisation): the outer one proposes architectures, a short inner one
 * finds what suits each, and the outer one is told the best that was found.
 */
export const nested = defineComposedSearcher((searchers) =>
  defineSearcher<NestedOptions, NestedState>({
    name: 'nested',
    stateVersion: 1,
    summary: 'A short search inside each point of another: what suits an architecture is found before it is judged.',
    options: nestedOptions(searchers),
    capabilities: {
      multiObjective: false,
      conditional: true,
      finite: false,
      orderIndependent: false,
      multiFidelity: false,
    },
    inner: (options) =>
      (['outer', 'inner'] as const).map((part) => {
        const { searcher } = options[part];
        return { path: [part, 'searcher'], searcher: definitionOf(searchers, searcher), options: searcher.options };
      }),
    spaceIssues({ outer, inner }, space) {
      const [only, other] = branchesOf(space);
      if (only !== undefined && other === undefined) {
        const message = `nested searches one branch inside another, and the space has ${only} alone; give it a second branch, or take another searcher`;
        return [{ path: [], code: 'one-branch', message }];
      }
      return [
        ...emptyBranches(space, outer.branches, ['outer', 'branches']),
        ...emptyBranches(space, inner.branches, ['inner', 'branches']),
      ];
    },
    init: () => ({ start: null, outer: null, open: [], closed: [] }),
    ask: (state, context) => askOneByOne(state, context, (before, each) => askOne(searchers, before, each)),
    tell(state, context, trial) {
      const open = state.open.map((point): OuterPoint => {
        const sub = innerSearch(searchers, context, point.params);
        if (!sub.shows(trial)) return point;
        return { ...point, state: sub.tell(point.state, context, { trial, budget: innerBudget(context) }) };
      });
      return { ...state, open };
    },
  }),
);

interface Asked {
  readonly result: AskResult;
  readonly state: NestedState;
}

/** The next trial of the oldest point that has one, or the first of a new point. */
function askOne(searchers: FindSearchers, before: NestedState, context: AskContext<NestedOptions>): Asked {
  const nothing = { kind: context.pending.length > 0 ? 'wait' : 'exhausted' } as const;
  // Points to begin with are being tried: the best of them is the start.
  if (before.start === null && context.pending.length > 0) return { result: nothing, state: before };
  const start = before.start ?? startBase(context, context.options.start);
  let state = settled(searchers, { ...before, start }, context);
  for (const [index, point] of state.open.entries()) {
    if (point.exhausted || point.asked.length >= innerTrials(context)) continue;
    const asked = askPoint(searchers, context, { point });
    state = { ...state, open: state.open.with(index, asked.point) };
    if (asked.result.kind === 'suggest') return { result: asked.result, state };
  }
  const opened = openPoint(searchers, { ...state, start }, context);
  if (opened === undefined) return { result: nothing, state };
  const asked = askPoint(searchers, context, opened);
  if (asked.result.kind !== 'suggest') return { result: nothing, state };
  return { result: asked.result, state: { ...state, outer: opened.outer, open: [...state.open, asked.point] } };
}

/** Tells the outer search of the points that are over. */
function settled(
  searchers: FindSearchers,
  state: NestedState & { readonly start: Base },
  context: AskContext<NestedOptions>,
): NestedState {
  const sub = outerSearch(searchers, context, state.start.params);
  let { outer } = state;
  const closed = [...state.closed];
  const open = state.open.filter((point) => {
    const over = closedPoint(context, point, innerTrials(context));
    if (over === undefined) return true;
    closed.push(over);
    const trial = outerTrial(context, over, outerPart(sub.slice));
    if (outer !== null && trial !== undefined)
      outer = { state: sub.tell(outer.state, context, { trial, budget: outerBudget(context) }) };
    return false;
  });
  return { ...state, outer, open, closed };
}

/** A new outer point, with the inner values of the best trial so far; undefined where the outer search has none now. */
function openPoint(
  searchers: FindSearchers,
  { start, outer, open, closed }: NestedState & { readonly start: Base },
  context: AskContext<NestedOptions>,
) {
  const sub = outerSearch(searchers, context, start.params);
  const best = startBase(context, context.options.start);
  const inherited = best.number === null ? start : best;
  const bare = { number: context.nextNumber, state: null, asked: [], exhausted: false };
  if (sub.slice.parameters.length === 0) {
    // Nothing to propose: all is one inner search.
    const point: OuterPoint = { ...bare, params: start.params };
    return open.length + closed.length > 0 ? undefined : { point, outer, inherited: null };
  }
  const whole = outerPart(sub.slice);
  const { result, state } = sub.ask(
    outer === null ? sub.init(context, outerBudget(context)) : outer.state,
    {
      ...context,
      history: outerHistory(context, closed, whole),
      pending: open.map(({ number, params }) => ({ number, params: whole(params) })),
    },
    outerBudget(context),
  );
  if (result.kind !== 'suggest') return undefined;
  const [{ params, why, builtOn }] = result.suggestions;
  const point: OuterPoint = { ...bare, params: { ...innerPart(context, inherited.params), ...sub.slice.part(params) } };
  return { point, outer: { state }, inherited: inherited.number, why, builtOn };
}

/** A point of the outer search's slice: what other branches have is left to the start. */
function outerPart(slice: { complete(part: Params): Params; part(params: Params): Params }) {
  return (params: Params) => slice.complete(slice.part(params));
}

/** All but the outer branches. */
function innerPart({ space, options }: SearchContext<NestedOptions>, params: Params): Params {
  const outer = outerNames(space, options);
  return Object.fromEntries(Object.entries(params).filter(([name]) => !outer.has(name)));
}

function outerNames({ parameters }: Space, { outer }: NestedOptions): ReadonlySet<string> {
  return new Set(parameters.filter(({ branch }) => outer.branches.includes(branch)).map(({ name }) => name));
}
