import type { Params, Rng, Space } from '@cambium/core';
import type { MeasuredTrial } from '../../history/measured-trials.js';
import { compareTrials } from '../../history/ranked-trial.js';
import { type ControlParameters, drawControl } from './control-parameters.js';
import { mutateAndCross } from './mutate.js';
import type { DifferentialEvolutionOptions } from './options.js';
import type { DifferentialEvolutionState } from './state.js';

export interface Bred {
  readonly params: Params;
  readonly control: ControlParameters;
  /** Number of the trial that it has the parameters from that are not the mutant's. */
  readonly target: number;
  /** Numbers of the trials that the mutant is made of. */
  readonly parents: readonly number[];
}

interface Breeding {
  readonly space: Space;
  readonly options: DifferentialEvolutionOptions;
  readonly measured: ReadonlyMap<number, MeasuredTrial>;
  readonly rng: Rng;
}

/** From one trial towards another. */
type Way = readonly [from: MeasuredTrial, to: MeasuredTrial];

/** Share of the members that count as the best for current-to-pbest/1 (p of JADE); at least two do. */
const bestShare = 0.1;

/** A child of the member in `slot`, of any other while that is empty; undefined while there are fewer than four. */
export function breed(
  { members: slots, archive, adaptation }: DifferentialEvolutionState,
  slot: number,
  { space, options, measured, rng }: Breeding,
): Bred | undefined {
  const trialsOf = (numbers: readonly number[]) => numbers.flatMap((number) => measured.get(number) ?? []);
  const members = rng.shuffle(trialsOf(slots.flatMap((member) => member?.number ?? [])));
  const target = measured.get(slots[slot]?.number ?? -1) ?? members[0];
  const others = members.filter((member) => member !== target);
  const [first, second, third] = others;
  if (target === undefined || first === undefined || second === undefined || third === undefined) return undefined;

  const childOf = (base: MeasuredTrial, ways: readonly Way[], control: ControlParameters): Bred => {
    const differences = ways.map(([from, to]) => ({ from: from.params, to: to.params }));
    const mutation = { target: target.params, base: base.params, differences, ...control };
    const parents = new Set([base, ...ways.flat()].map(({ ranked }) => ranked.number));
    return {
      params: mutateAndCross(space, mutation, rng),
      control,
      target: target.ranked.number,
      parents: [...parents],
    };
  };

  const ranked = members.toSorted((a, b) => compareTrials(a.ranked, b.ranked));
  if (options.strategy === 'current-to-pbest/1/bin') {
    const best = rng.pick(ranked.slice(0, Math.max(2, Math.round(bestShare * slots.length))));
    const from = rng.pick([...others.slice(1), ...trialsOf(archive)]);
    return childOf(
      target,
      [
        [target, best],
        [from, first],
      ],
      drawControl(adaptation, rng),
    );
  }
  const control = { weight: options.differentialWeight, rate: options.crossoverProbability };
  const base = options.strategy === 'best/1/bin' ? (ranked[0] ?? first) : first;
  // The best may be one of the two.
  const [to, from] = base === second ? [first, third] : base === third ? [first, second] : [second, third];
  return childOf(base, [[from, to]], control);
}
