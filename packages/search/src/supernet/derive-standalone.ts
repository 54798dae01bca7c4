import type { AskContext, Suggestion } from '@cambium/core';
import { drawn, likeliest, type OptionWeights, optionWeights } from './option-weights.js';
import type { Round } from './rounds.js';
import { standaloneDesigns } from './standalone-designs.js';
import { variantsOf } from './variants.js';

/**
 * The network of the likeliest options; when it is infeasible (as where it lets nothing through) or was trained before,
 * one that is drawn by their weights. Undefined: everything was trained.
 */
export function deriveStandalone(
  context: AskContext<{ readonly none: 'keep' | 'drop' }>,
  round: Round,
  index: number,
): Suggestion | undefined {
  const { space, options } = context;
  const { opening: supernet } = round;
  const all = optionWeights(space.parameters, supernet.ended?.metrics ?? {});
  const weights = options.none === 'drop' ? all.map(withoutNone) : all;
  const rng = context.rng.fork(`derived/${index}`);
  const variants = variantsOf(space, supernet.params);
  const taken = standaloneDesigns(context, round);
  const params = variants.fresh(taken, (attempt) => {
    const values = weights.map((each) => [each.param, attempt === 0 ? likeliest(each) : drawn(each, rng.next())]);
    return variants.with(Object.fromEntries(values), rng);
  });
  if (params === undefined) return undefined;
  const isLikeliest = weights.every(
    (each) => params[each.param] === undefined || params[each.param] === likeliest(each),
  );
  const by = weights.length === 0 ? 'random' : isLikeliest ? 'likeliest options' : 'drawn by the options’ weights';
  const because = weights.length === 0 ? { because: 'the supernet named no weights' } : {};
  return { params, why: { by, supernet: supernet.number, ...because } };
}

/** A choice of nothing but `none` keeps it. */
function withoutNone({ param, values, weights }: OptionWeights): OptionWeights {
  const kept = values
    .map((value, i) => ({ value, weight: weights[i] as number }))
    .filter(({ value }) => value !== 'none');
  if (kept.length === 0) return { param, values, weights };
  return { param, values: kept.map(({ value }) => value), weights: kept.map(({ weight }) => weight) };
}
