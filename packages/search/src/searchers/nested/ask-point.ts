import type { AskContext, AskResult, Json, Suggestion } from '@cambium/core';
import type { FindSearchers } from '../../composite/compose-searcher.js';
import { type SubSearch, startedOn } from '../../composite/sub-search.js';
import type { NestedOptions } from './options.js';
import type { OuterPoint } from './outer-points.js';
import { innerBudget, innerSearch, innerTrials } from './searches.js';

interface PointAsk {
  readonly point: OuterPoint;
  /** Of a new point: the trial whose inner values it begins with, and what the outer search says. */
  readonly inherited?: number | null;
  readonly why?: Json | undefined;
  readonly builtOn?: readonly number[] | undefined;
}

/** The next trial of an outer point. A new one begins with the inner values of the best trial so far, where there is one. */
export function askPoint(
  searchers: FindSearchers,
  context: AskContext<NestedOptions>,
  { point, inherited = null, why, builtOn = [] }: PointAsk,
): { readonly result: AskResult; readonly point: OuterPoint } {
  const sub = innerSearch(searchers, context, point.params);
  const isNew = point.asked.length === 0;
  const own = isNew ? startedOn(sub, context, innerBudget(context)) : point.state;
  const isAlone = sub.slice.parameters.length === 0;
  const begins = isNew && (isAlone || (inherited !== null && isUntried(sub, context, point)));
  const asked = begins ? firstOf(point, own) : sub.ask(own, context, innerBudget(context));
  if (asked.result.kind !== 'suggest') {
    return { result: asked.result, point: { ...point, exhausted: asked.result.kind === 'exhausted' } };
  }
  const [suggestion] = asked.result.suggestions;
  const trials = innerTrials(context);
  const place = Number.isFinite(trials) ? { place: `${point.asked.length + 1} of ${trials}` } : {};
  const first = [...builtOn, ...(inherited === null ? [] : [inherited])];
  const later = Number.isFinite(trials) ? [point.number] : [];
  const whole: Suggestion = {
    ...suggestion,
    builtOn: [...(isNew ? first : later), ...(suggestion.builtOn ?? [])],
    why: {
      by: 'nested',
      ...(isNew ? {} : { point: point.number }),
      ...place,
      ...(why === undefined ? {} : { outer: why }),
      ...(suggestion.why === undefined ? {} : { suggested: suggestion.why }),
    },
  };
  const next = { ...point, state: asked.state, asked: [...point.asked, context.nextNumber] };
  return { result: { kind: 'suggest', suggestions: [whole] }, point: next };
}

function firstOf({ params }: OuterPoint, state: Json): { readonly result: AskResult; readonly state: Json } {
  const why = { because: 'the inner values of the best trial so far' };
  return { result: { kind: 'suggest', suggestions: [{ params, why }] }, state };
}

function isUntried(sub: SubSearch, { space, history, pending }: AskContext<unknown>, { params }: OuterPoint): boolean {
  const key = space.canonicalKey(params);
  const same = (trial: { readonly params: OuterPoint['params'] }) => space.canonicalKey(trial.params) === key;
  return (
    space.isFeasible(params) &&
    !history.trials.some((trial) => sub.shows(trial) && same(trial)) &&
    !pending.some((trial) => sub.shows(trial) && same(trial))
  );
}
