import type { AskContext, Suggestion } from '@cambium/core';
import { drawn, optionWeights } from './option-weights.js';
import type { Round } from './rounds.js';
import { variantsOf } from './variants.js';

/** A network drawn from the controller's policy, to be judged with the shared weights; `done`: there is no new one. */
export function policyCandidate(context: AskContext<unknown>, round: Round, index: number): Suggestion | 'done' {
  const { space } = context;
  const { supernet, candidates } = round;
  const policy = optionWeights(space.parameters, supernet.ended?.metrics ?? {});
  const rng = context.rng.fork(`candidate/${index}`);
  const variants = variantsOf(space, supernet.params);
  const taken = new Set(candidates.map(({ params }) => space.canonicalKey(params)));
  const params = variants.fresh(taken, () =>
    variants.with(Object.fromEntries(policy.map((each) => [each.param, drawn(each, rng.next())])), rng),
  );
  if (params === undefined) return 'done';
  const by = policy.length === 0 ? 'random' : 'policy';
  return { params, mode: 'shared-weights', resumeFrom: supernet.number, why: { by, supernet: supernet.number } };
}
