import { type AskContext, type FinishedTrial, type HistoryFold, type Params, type ParamValue } from '@cambium/core';
import { isActive, valueAt } from '@cambium/spaces';
import * as z from 'zod';
import { compareTrials, type RankedTrial, rankTrial } from '../history/ranked-trial.js';

/** The option: where branches stand before they are searched. */
export const startPoint = z.enum(['centre', 'random']).default('centre').meta({
  title: 'Start',
  description:
    'Where a branch stands before it is searched: in the middle of its ranges, at the first of its choices, or drawn. The best of the points to begin with comes before either.',
});

export type StartKind = z.infer<typeof startPoint>;

/** What is built on: a point of the whole space, and the trial that it was tried in, if any. */
export type Base = { readonly number: number | null; readonly params: Params };

/** The best trial told so far, or else a point as the option says. */
export function startBase(context: AskContext<unknown>, start: StartKind): Base {
  const best = context.history.fold(bestTrial);
  if (best !== null) return { number: best.ranked.number, params: best.params };
  const centre = centreOf(context);
  const usable = start === 'centre' && context.space.isFeasible(centre);
  return { number: null, params: usable ? centre : context.space.sample(context.rng.fork('start')) };
}

/** Numbers and ordered choices in the middle, categories at the first one, which people write first because it is usual. */
function centreOf({ space }: AskContext<unknown>): Params {
  const params: Record<string, ParamValue> = {};
  for (const parameter of space.parameters) {
    if (!isActive(parameter, params)) continue;
    const { domain } = parameter;
    const value = domain.kind === 'categorical' ? domain.choices[0] : valueAt(domain, 0.5);
    if (value !== undefined) params[parameter.name] = value;
  }
  return params;
}

const bestTrial: HistoryFold<{ readonly ranked: RankedTrial; readonly params: Params } | null> = {
  start: () => null,
  add(best, trial, { objectives, maxStep }) {
    const ranked = isWhole(trial, maxStep) ? rankTrial(trial, objectives) : undefined;
    if (ranked === undefined || (best !== null && compareTrials(best.ranked, ranked) <= 0)) return best;
    return { ranked, params: trial.params };
  },
};

function isWhole({ mode, fidelity = Infinity }: FinishedTrial, maxStep: number): boolean {
  return (mode === undefined || mode === 'known') && fidelity >= maxStep;
}
