import type { AskContext, FinishedTrial } from '@cambium/core';
import type { Opening, Proposal } from '../../fidelity/ask-brackets.js';
import { promotable, type Told } from '../../fidelity/bracket-state.js';
import type { KnownDesigns } from '../../history/known-designs.js';
import { randomSuggestion } from '../../history/random-suggestion.js';
import { differentialChild } from './differential-child.js';
import type { DehbOptions } from './options.js';
import type { Evolution } from './subpopulations.js';

/** Children drawn before giving up on a new one. */
const tries = 20;

interface Nursery {
  readonly opening: Opening;
  /** That of the member it challenges; null for a free one. */
  readonly place: number | null;
  readonly subpopulations: Evolution['subpopulations'];
  readonly told: Told;
  readonly known: KnownDesigns;
}

/**
 * A child that is new and feasible: of the population at its fidelity in the first rung of a bracket, of the best at the
 * fidelity below in the others (Awad et al. 2021, §4.3). At random for a free place in a first rung, and where there are no
 * three parents or no child is new.
 */
export function proposeChild(context: AskContext<DehbOptions>, nursery: Nursery): Proposal | undefined {
  const { opening, place, known } = nursery;
  const { rng } = opening;
  const filling = place === null && opening.rung === 0;
  const parents = parentsFor(context, nursery);
  if (filling || parents.length < 3) {
    return randomSuggestion(context, { known, rng }, 'filling the population');
  }
  const { space, options } = context;
  for (let i = 0; i < tries; i++) {
    const [a, b, c] = rng.shuffle(parents);
    const target = memberAt(nursery) ?? a;
    if (a === undefined || b === undefined || c === undefined || target === undefined) break;
    const params = differentialChild(
      space,
      { target: target.params, parents: [a.params, b.params, c.params] },
      { ...options, rng },
    );
    if (known.has(params) || !space.isFeasible(params)) continue;
    known.add(params);
    return { params, why: { by: 'dehb', target: target.number, parents: [a.number, b.number, c.number] } };
  }
  return randomSuggestion(context, { known, rng }, 'no new child was found');
}

function memberAt({ opening, place, subpopulations, told }: Nursery): FinishedTrial | undefined {
  const { fidelity } = opening.rungs[opening.rung] ?? opening.rungs[0];
  return place === null ? undefined : told.get(subpopulations[fidelity]?.members[place] ?? -1);
}

/** Where they are fewer than three, individuals of all populations are added. */
function parentsFor(
  { objectives }: AskContext<DehbOptions>,
  { opening, subpopulations, told }: Nursery,
): FinishedTrial[] {
  const { rungs, rung, rng } = opening;
  const trialsOf = (numbers: readonly number[]) =>
    numbers.map((number) => told.get(number)).filter((trial) => trial !== undefined);
  const membersAt = (fidelity: number | undefined) => subpopulations[fidelity ?? 0]?.members ?? [];
  const best = promotable(trialsOf(membersAt(rungs[rung - 1]?.fidelity)), objectives).slice(0, rungs[rung]?.size);
  const parents = rung === 0 ? membersAt(rungs[0].fidelity) : best;
  if (parents.length >= 3) return trialsOf(parents);
  const everybody = new Set(Object.values(subpopulations).flatMap(({ members }) => members));
  const others = rng.shuffle([...everybody].filter((number) => !parents.includes(number)));
  return trialsOf([...parents, ...others.slice(0, 3 - parents.length)]);
}
