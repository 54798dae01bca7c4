import type { AskContext } from '@cambium/core';
import type { FindSearchers } from '../../composite/compose-searcher.js';
import { type Base, startBase } from '../../composite/start-point.js';
import { startedOn } from '../../composite/sub-search.js';
import { winnersOf } from '../../composite/winners.js';
import type { Stage, StagedOptions } from './options.js';
import { type Lane, laneBudget, laneSearch, type RunningStage, stepsOf } from './stage-lanes.js';
import { costsBudget, secondsOf } from './stage-progress.js';

/** Begins with the stage at `index`, on what the one before it found. Nothing of that one may be under way any more. */
export function beginStage(
  searchers: FindSearchers,
  context: AskContext<StagedOptions>,
  { stages, index, before }: { stages: readonly Stage[]; index: number; before: RunningStage | null },
): RunningStage {
  const stage = stages[index];
  if (stage === undefined) throw new RangeError(`there is no stage ${index} of ${stages.length}`);
  const previous = stages[index - 1];
  const bases =
    before === null || previous === undefined
      ? [startBase(context, context.options.start)]
      : basesAfter(searchers, context, { stage: previous, running: before });
  const spent = context.history.trials.filter(costsBudget).length;
  const bare: RunningStage = {
    index,
    from: context.nextNumber,
    trials: trialsOf(stages, index, context.budget.maxTrials - spent),
    seconds: secondsFor(stages, index, context),
    before: spent,
    lanes: distinctBases(context, stage, bases).map((base) => ({
      base: base.number,
      params: base.params,
      state: null,
      exhausted: false,
    })),
    turn: 0,
  };
  const budget = laneBudget(bare, context);
  const lanes = bare.lanes.map((lane): Lane => {
    const sub = laneSearch(searchers, context, { stage, base: lane.params });
    return { ...lane, state: startedOn(sub, context, budget) };
  });
  return { ...bare, lanes };
}

/** Its share of what is left, and at least one trial for each stage; null for the last one, which may have all the rest. */
function trialsOf(stages: readonly Stage[], index: number, left: number): number | null {
  const later = stages.slice(index + 1);
  if (later.length === 0) return null;
  const own = Math.round(left * shareOf(stages, index));
  return Math.max(1, Math.min(own, left - later.length));
}

/** The same share of the device seconds that are left, where the budget has a limit on these. */
function secondsFor(
  stages: readonly Stage[],
  index: number,
  { budget, history }: AskContext<StagedOptions>,
): number | null {
  if (budget.maxDeviceSeconds === undefined || index === stages.length - 1) return null;
  return (budget.maxDeviceSeconds - secondsOf(history.trials)) * shareOf(stages, index);
}

/** Of what the stages from there on have. */
function shareOf(stages: readonly Stage[], index: number): number {
  const sum = stages.slice(index).reduce((total, { share }) => total + share, 0);
  return (stages[index]?.share ?? 0) / sum;
}

/** The best that a stage's lanes know of: trials of the stage, or what it built on where nothing was better. */
function basesAfter(
  searchers: FindSearchers,
  context: AskContext<StagedOptions>,
  { stage, running }: { readonly stage: Stage; readonly running: RunningStage },
): readonly Base[] {
  const { history, objectives, space } = context;
  const subs = running.lanes.map(({ params }) => laneSearch(searchers, context, { stage, base: params }));
  const steps = stepsOf(stage, context);
  const seen = history.trials.filter((trial) => subs.some((sub) => sub.shows(trial)));
  const whole = seen.filter(({ fidelity = context.maxStep }) => fidelity === steps);
  const take = { count: stage.keep, keyOf: ({ params }: Pick<Base, 'params'>) => space.canonicalKey(params) };
  const best = winnersOf(whole, objectives, take);
  const winners = best.length > 0 ? best : winnersOf(seen, objectives, take);
  if (winners.length > 0) return winners.map(({ number, params }) => ({ number, params }));
  return running.lanes.map(({ base, params }) => ({ number: base, params }));
}

/** Of bases that differ only in what the stage searches itself the first: they are one search. */
function distinctBases({ space }: AskContext<unknown>, { branches }: Stage, bases: readonly Base[]): readonly Base[] {
  const fixed = space.parameters.filter(({ branch }) => !branches.includes(branch));
  const keys = new Set<string>();
  return bases.filter(({ params }) => {
    const key = JSON.stringify(fixed.map(({ name }) => params[name] ?? null));
    return !keys.has(key) && keys.add(key);
  });
}
