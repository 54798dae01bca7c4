import { type AskContext, type Domain, defineSearcher, type ParamValue } from '@cambium/core';
import { domainSize, listValues, spreadValues } from '@cambium/spaces';
import { askEach } from '../../history/ask-each.js';
import { knownDesigns } from '../../history/known-designs.js';
import { drawSearchKey } from '../../history/search-key.js';
import { permuteIndex } from '../../math/permute-index.js';
import { type GridOptions, gridOptions } from './options.js';
import { createPointIndex } from './point-index.js';

/** What the history does not say. Null before the first ask. */
type State = {
  /** Seeds the order. */
  readonly key: string;
  /** How many of the grid's points have been passed. */
  readonly passed: number;
} | null;

/**
 * Points that may be passed in a row because they break a constraint known before training; then one is suggested as it is,
 * to be refused, so that an ask ends in a grid of any size.
 */
const mostPassed = 1000;

/** Full factorial search. The grid is never written out: a point is computed from its index. */
export const grid = defineSearcher<GridOptions, State>({
  name: 'grid',
  stateVersion: 1,
  summary: 'Tries every combination of values once: for small spaces, and where each effect is to be read off.',
  options: gridOptions,
  capabilities: {
    multiObjective: true,
    conditional: true,
    finite: true,
    orderIndependent: true,
    multiFidelity: false,
  },
  init: () => null,
  ask(state, context) {
    const { key, passed } = state ?? { key: drawSearchKey(context.rng), passed: 0 };
    const next = walk(context, { key, passed });
    const result = askEach(context.count, next.suggest);
    return { result, state: { key, passed: next.passed() } };
  },
  tell: (state) => state,
});

/** Goes on through the grid's points, past known designs and those that break a constraint. */
function walk(context: AskContext<GridOptions>, from: NonNullable<State>) {
  const { space, options } = context;
  const index = createPointIndex(space.parameters, ({ domain }) => axisValues(domain, options));
  const known = knownDesigns(context);
  let passed = from.passed;
  const suggest = () => {
    for (let broken = 0; passed < index.size; ) {
      const position = BigInt(passed++);
      const point = options.order === 'shuffled' ? permuteIndex(position, index.size, from.key) : position;
      const params = index.point(point);
      if (known.has(params)) continue;
      if (!space.isFeasible(params) && ++broken < mostPassed) continue;
      known.add(params);
      return { params, why: { by: 'grid', point: String(point), of: String(index.size) } };
    }
    return undefined;
  };
  return { suggest, passed: () => passed };
}

function axisValues(domain: Domain, { points, largest }: GridOptions): readonly ParamValue[] {
  if (domain.kind === 'categorical' || domain.kind === 'ordinal') return domain.choices;
  return domainSize(domain) > largest ? spreadValues(domain, points) : listValues(domain);
}
