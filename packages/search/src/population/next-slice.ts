import type { AskContext, Params, PendingTrial, Rng, Suggestion } from '@cambium/core';
import { trialsByNumber } from '../history/trials-by-number.js';
import { type Population, type Standing, standingAt } from './population.js';
import type { PopulationPlan } from './population-plan.js';

export interface MemberPlace {
  readonly population: Population;
  readonly member: number;
  /** The slice that it ended. */
  readonly slice: number;
}

export interface SliceTurn {
  readonly plan: PopulationPlan;
  readonly context: AskContext<unknown>;
  /** Those of this very ask among them. */
  readonly pending: readonly PendingTrial[];
  readonly rng: Rng;
}

/**
 * Goes on from the member's own checkpoint, or from a better member's when it is among the worst, failed, or was refused
 * going on by itself. Undefined while there is nobody to copy, or nothing new to try from there.
 */
export function nextSlice(at: MemberPlace, turn: SliceTurn): Suggestion | undefined {
  const { plan, context } = turn;
  const { population, member, slice } = at;
  const trials = population.members[member] ?? [];
  const told = context.history.fold(trialsByNumber);
  const standing = standingAt(population, slice, { told, objectives: context.objectives });
  const own = told.get(trials[slice] ?? -1);
  const fidelity = plan.ends[slice + 1];
  if (own === undefined || fidelity === undefined) return undefined;
  const { ranked, count } = standing;
  const index = ranked.findIndex(({ number }) => number === own.number);
  const place = { member, place: index < 0 ? null : index + 1, of: count };
  const refused = trials.length > slice + 1;
  if (refused || index < 0 || index >= count - Math.floor(plan.quantile * count)) {
    const copy = copyBetter(at, standing, turn);
    if (copy !== undefined) return { ...copy, fidelity, why: { ...copy.why, instead: own.number, ...place } };
  }
  if (refused || index < 0) return undefined;
  return {
    params: own.params,
    fidelity,
    resumeFrom: own.number,
    why: { by: 'continuation', from: own.number, ...place },
  };
}

/** From one of the best, with what the plan makes of its parameters. */
function copyBetter({ population, slice }: MemberPlace, { ranked, count }: Standing, turn: SliceTurn) {
  const { plan, context, pending, rng } = turn;
  const told = context.history.fold(trialsByNumber);
  const best = ranked.slice(0, Math.max(1, Math.floor(plan.quantile * count)));
  const winner = best.length === 0 ? undefined : told.get(rng.pick(best).number);
  if (winner === undefined) return undefined;
  const paramsOf = new Map(pending.map(({ number, params }) => [number, params]));
  const begun = population.members
    .map((trials) => trials[slice + 1] ?? -1)
    .map((number) => told.get(number)?.params ?? paramsOf.get(number))
    .filter((params) => params !== undefined);
  const taken = new Set([winner.params, ...begun].map((params) => context.space.canonicalKey(params)));
  const isTaken = (params: Params) => taken.has(context.space.canonicalKey(params));
  const explored = plan.explore({ rng, winner, slice, pending, isTaken });
  if (explored === undefined) return undefined;
  return { params: explored.params, resumeFrom: winner.number, why: { ...explored.why, from: winner.number } };
}
