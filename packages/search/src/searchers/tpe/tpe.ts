import { type AskContext, defineHistorySearcher, type Rng, type Suggestion } from '@cambium/core';
import { askEach } from '../../history/ask-each.js';
import { freshSample } from '../../history/fresh-sample.js';
import { type KnownDesigns, knownDesigns } from '../../history/known-designs.js';
import { goodSide, type Split } from './density-pair.js';
import { encodePoint } from './encode-point.js';
import { goodRows } from './good-rows.js';
import { groupedModel, jointModel, type TpeModel } from './model.js';
import type { ObservationTable } from './observation-table.js';
import { type Observations, observations } from './observations.js';
import { type TpeOptions, tpeOptions } from './options.js';

/** Rounds of drawing candidates before giving up on one that is new and feasible. */
const rounds = 8;

export const tpe = defineHistorySearcher<TpeOptions>({
  name: 'tpe',
  stateVersion: 2,
  summary: 'Learns where good trials lie, parameter by parameter: a strong default from some twenty trials on.',
  options: tpeOptions,
  capabilities: {
    multiObjective: true,
    conditional: true,
    finite: false,
    orderIndependent: false,
    multiFidelity: false,
  },
  ask(context) {
    const { space, options, pending, nextNumber } = context;
    const known = knownDesigns(context);
    const seen = context.history.fold(observations);
    const liars = options.constantLiar ? pending : [];
    const { axes } = seen.table;
    const table = liars.length > 0 || (options.constantLiar && context.count > 1) ? seen.table.clone() : seen.table;
    for (const { number, params } of liars) table.add(number, encodePoint(space, axes, params));
    return askEach(context.count, (index) => {
      const suggestion = suggest(seen, context, { table, known, rng: context.rng.fork(index) });
      if (suggestion === undefined) return undefined;
      known.add(suggestion.params);
      if (table !== seen.table) table.add(nextNumber + index, encodePoint(space, axes, suggestion.params));
      return suggestion;
    });
  },
});

interface Progress {
  /** The observations, and whatever counts as bad until it is told. */
  readonly table: ObservationTable;
  readonly known: KnownDesigns;
  readonly rng: Rng;
}

function suggest(
  seen: Observations,
  { space, options }: AskContext<TpeOptions>,
  { table, known, rng }: Progress,
): Suggestion | undefined {
  const of = seen.outcomes.length;
  const learning = of >= options.startupTrials;
  if (learning) {
    const rows = goodRows(seen);
    const sides = new Uint8Array(table.count);
    for (const row of rows) sides[row] = goodSide;
    const severalObjectives = (seen.outcomes[0]?.losses.length ?? 1) > 1;
    const model = createModel(seen, { split: { table, sides, severalObjectives }, space, options });
    for (let i = 0; i < rounds; i++) {
      for (const { params, gain, near } of model.propose(options.candidates, rng)) {
        if (known.has(params) || !space.isFeasible(params)) continue;
        const why = { by: 'tpe', good: rows.length, of, gain: Number(gain.toFixed(4)), near: near ?? 'prior' };
        return { params, why };
      }
    }
  }
  const params = freshSample(space, known, rng);
  if (params === undefined) return undefined;
  return { params, why: { by: 'random', because: learning ? 'the model proposed nothing new' : 'starting up' } };
}

function createModel(
  { groups }: Observations,
  {
    split,
    space,
    options,
  }: { readonly split: Split; readonly space: AskContext<TpeOptions>['space']; readonly options: TpeOptions },
): TpeModel {
  if (!options.multivariate)
    return groupedModel(
      space,
      split,
      groups.flat().map((index) => [index]),
    );
  return options.group ? groupedModel(space, split, groups) : jointModel(space, split);
}
