import {
  type AskContext,
  defineHistorySearcher,
  type Params,
  type PendingTrial,
  type Rng,
  type Space,
  type Suggestion,
} from '@cambium/core';
import { askEach } from '../../history/ask-each.js';
import { type KnownDesigns, knownDesigns } from '../../history/known-designs.js';
import { randomSuggestion } from '../../history/random-suggestion.js';
import { seenPoints } from '../../history/seen-points.js';
import { spreadSuggestion } from '../../history/spread-suggestion.js';
import type { Split } from './density-pair.js';
import { encodePoint } from './encode-point.js';
import { goodRows } from './good-rows.js';
import { groupedModel } from './grouped-model.js';
import { jointModel } from './joint-model.js';
import type { ObservationTable } from './observation-table.js';
import { type Observations, observations } from './observations.js';
import { type TpeOptions, tpeOptions } from './options.js';
import type { TpeModel } from './tpe-model.js';
import { equalWeights, rankWeights } from './weights.js';

/** Proposals that turn out to be known before it is left to chance. */
const rounds = 8;

/**
 * The tree-structured Parzen estimator (Bergstra et al. 2011, §4; multivariate as Falkner et al. 2018; details as in Optuna
 * 5 but for what docs/methods/tpe.md names): what is likely under the density of good trials and unlikely under that of the
 * others.
 */
export const tpe = defineHistorySearcher<TpeOptions>({
  name: 'tpe',
  stateVersion: 2,
  summary: 'Learns where good trials lie and what goes with what: a strong default from some twenty trials on.',
  options: tpeOptions,
  capabilities: {
    multiObjective: true,
    conditional: true,
    finite: false,
    orderIndependent: false,
    multiFidelity: false,
  },
  ask(context) {
    const { space, options, count, nextNumber } = context;
    const known = knownDesigns(context);
    const seen = context.history.fold(observations);
    const good = goodRows(seen);
    if (seen.outcomes.length < options.startupTrials) {
      const points = seenPoints(context);
      return askEach(count, (index) => {
        return spreadSuggestion(context, { known, seen: points, rng: context.rng.fork(index) }, 'starting up');
      });
    }
    const table = withLiars(seen.table, context);
    return askEach(count, (index) => {
      const progress = { seen, good, table, known, rng: context.rng.fork(index) };
      const suggestion = suggest(context, progress);
      if (suggestion === undefined) return undefined;
      known.add(suggestion.params);
      if (table !== seen.table) lie(table, space, [{ number: nextNumber + index, params: suggestion.params }]);
      return suggestion;
    });
  },
});

/** The table itself where nothing is pending; else a copy in which what is pending can count as bad. */
function withLiars(
  table: ObservationTable,
  { space, options, pending, count }: AskContext<TpeOptions>,
): ObservationTable {
  if (!options.constantLiar || (pending.length === 0 && count === 1)) return table;
  const copy = table.clone();
  lie(copy, space, pending);
  return copy;
}

function lie(table: ObservationTable, space: Space, trials: readonly PendingTrial[]): void {
  for (const { number, params } of trials) table.add(number, encodePoint(space, table.axes, params));
}

interface Progress {
  readonly seen: Observations;
  /** Rows of the good ones. */
  readonly good: Int32Array;
  /** What was seen, and what counts as bad until it is told. */
  readonly table: ObservationTable;
  readonly known: KnownDesigns;
  readonly rng: Rng;
}

function suggest(context: AskContext<TpeOptions>, progress: Progress): Suggestion | undefined {
  const { space, options } = context;
  const { seen, good, table, known, rng } = progress;
  const model = createModel(space, options, progress);
  // A point with a continuous parameter is as good as never drawn twice: looking once, at the end, is enough.
  const isFinite = table.axes.every(({ kind }) => kind !== 'continuous');
  const accepts = (params: Params) => space.isFeasible(params) && !(isFinite && known.has(params));
  for (let round = 0; round < rounds; round++) {
    const best = model.propose({ candidates: options.candidates, rng, accepts });
    if (best === undefined) break;
    if (known.has(best.params)) continue;
    const { params, gain, ...near } = best;
    const of = seen.outcomes.length;
    return { params, why: { by: 'tpe', gain: Number(gain.toFixed(4)), good: good.length, of, ...near } };
  }
  return randomSuggestion(context, { known, rng }, 'the model proposed nothing new');
}

function createModel(space: Space, options: TpeOptions, { seen, good, table }: Progress): TpeModel {
  const { multivariate, group, resolution } = options;
  const severalObjectives = (seen.outcomes[0]?.losses.length ?? 1) > 1;
  const weigh = options.weights === 'equal' || severalObjectives ? equalWeights : rankWeights;
  const goodness = new Float64Array(table.count);
  for (const [place, weight] of weigh(good.length).entries()) goodness[good[place]!] = weight; // `!`: one for each good row.
  // The model of the ask before is done with.
  table.memory.reuse();
  const split: Split = { table, goodness, resolution };
  if (multivariate && !group) return jointModel(space, split);
  return groupedModel(space, split, multivariate ? seen.groups : seen.groups.flat().map((parameter) => [parameter]));
}
