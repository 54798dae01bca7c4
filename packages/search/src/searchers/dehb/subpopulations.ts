import type { FinishedTrial, Objective } from '@cambium/core';
import type { Told } from '../../fidelity/bracket-state.js';
import { compareTrials, rankTrial } from '../../history/ranked-trial.js';

/** The designs that evolve at one fidelity. A type, not an interface: only then is it assignable to `Json`. */
export type Subpopulation = {
  /** Trial numbers of its individuals. */
  readonly members: readonly number[];
  /** The place of the one that is challenged next. */
  readonly turn: number;
};

/** A trial that is to take a place: that of a member, or (null) a free one. */
export type Challenge = { readonly number: number; readonly fidelity: number; readonly place: number | null };

export type Evolution = {
  /** By fidelity, as text. */
  readonly subpopulations: Readonly<Record<string, Subpopulation>>;
  /** Of trials that were not told when it was last asked. */
  readonly challenges: readonly Challenge[];
};

export const noEvolution: Evolution = { subpopulations: {}, challenges: [] };

/**
 * Decides the challenges that have their result: a trial takes the place when it is not worse than the member there, at
 * once and whatever else is running. What failed takes none.
 */
export function decideChallenges(
  { subpopulations, challenges }: Evolution,
  { told, objectives }: { readonly told: Told; readonly objectives: readonly Objective[] },
): Evolution {
  const next: Record<string, Subpopulation> = { ...subpopulations };
  for (const { number, fidelity, place } of challenges) {
    const challenger = told.get(number);
    if (challenger === undefined) continue;
    const { members, turn } = next[fidelity] ?? { members: [], turn: 0 };
    const member = place === null ? undefined : told.get(members[place] ?? -1);
    if (!isAsGood(challenger, member, objectives)) continue;
    next[fidelity] = { members: place === null ? [...members, number] : members.with(place, number), turn };
  }
  return { subpopulations: next, challenges: challenges.filter(({ number }) => !told.has(number)) };
}

/** Whether the challenger has a finite value and is not worse than the member, if there is one. */
function isAsGood(
  challenger: FinishedTrial,
  member: FinishedTrial | undefined,
  objectives: readonly Objective[],
): boolean {
  const ranked = challenger.state === 'complete' ? rankTrial(challenger, objectives) : undefined;
  if (ranked === undefined) return false;
  const than = member === undefined ? undefined : rankTrial(member, objectives);
  return than === undefined || compareTrials(ranked, than) <= 0;
}

/** Gives the trial a free place while the subpopulation may still grow to `size`, else that of the member whose turn it is. */
export function challengeNext(
  { subpopulations, challenges }: Evolution,
  { number, fidelity, size }: { readonly number: number; readonly fidelity: number; readonly size: number },
): { readonly place: number | null; readonly evolution: Evolution } {
  const { members, turn } = subpopulations[fidelity] ?? { members: [], turn: 0 };
  const claimed = challenges.filter((other) => other.fidelity === fidelity && other.place === null).length;
  const place = members.length + claimed < size || members.length === 0 ? null : turn % members.length;
  const next = place === null ? turn : (turn + 1) % members.length;
  return {
    place,
    evolution: {
      subpopulations: { ...subpopulations, [fidelity]: { members, turn: next } },
      challenges: [...challenges, { number, fidelity, place }],
    },
  };
}
