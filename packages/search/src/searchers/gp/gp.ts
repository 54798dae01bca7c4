import { type AskContext, createRng, defineSearcher, type Issue, type Json, type Suggestion } from '@cambium/core';
import { pointAt } from '@cambium/spaces';
import { askEach } from '../../history/ask-each.js';
import { type KnownDesigns, knownDesigns } from '../../history/known-designs.js';
import { randomSuggestion } from '../../history/random-suggestion.js';
import { drawSearchKey } from '../../history/search-key.js';
import { walkSequence } from '../../history/walk-sequence.js';
import { createQuasiRandom } from '../../math/quasi-random/create-quasi-random.js';
import { cautiousScores } from './cautious-scores.js';
import { maximizeAcquisition } from './maximize-acquisition.js';
import type { KernelFits } from './model-builder.js';
import { type Observations, observations } from './observations.js';
import { type GpOptions, gpOptions } from './options.js';
import { localRegion, wholeSpace } from './search-region.js';
import { createSurrogate, type Surrogate } from './surrogate.js';
import { tameBadHalf } from './tame-bad-half.js';
import { followTrustRegion } from './trust-region.js';
import { type Target, warpScores } from './warp-scores.js';

/** What the history does not say. Null before the first ask. */
type State = {
  /** Seeds the scramble of the first points. */
  readonly key: string;
  /** Index of the next point of the Sobol sequence. */
  readonly next: number;
  /** Where the next fits begin. */
  readonly fits: KernelFits;
} | null;

const noPaths: Issue = {
  path: ['encoding'],
  code: 'no-paths',
  message:
    'nobody knows which paths lead through the designs of this space; give it an arch branch in the dialect nasbench201 or darts-cells, or take the encoding parameters',
};

/** Bayesian optimisation with Gaussian processes and the (hypervolume) expected improvement. */
export const gp = defineSearcher<GpOptions, State>({
  name: 'gp',
  stateVersion: 1,
  summary:
    'Models the objective: finds good points in the fewest trials, for up to some twenty parameters and 1,000 trials.',
  options: gpOptions,
  capabilities: {
    multiObjective: true,
    conditional: true,
    finite: false,
    orderIndependent: false,
    multiFidelity: false,
  },
  spaceIssues: ({ encoding }, { pathEncoding }) => (encoding === 'path' && pathEncoding === undefined ? [noPaths] : []),
  init: () => null,
  ask(state, context) {
    const before = state ?? { key: drawSearchKey(context.rng), next: 0, fits: {} };
    const known = knownDesigns(context);
    const all = context.history.fold(observations[context.options.encoding]);
    const targets = targetsOf(all, context);
    const { from, length } = trustRegionOf(all, targets, context);
    const isStart =
      all.measured.length - from < (from === 0 ? 2 : context.options.startupTrials) ||
      all.successes.values.length < context.options.startupTrials;
    if (isStart) return start(context, before, known);
    const surrogate = createSurrogate(context, { all, targets, from, fits: before.fits });
    const result = askEach(context.count, (index) => {
      const suggestion = suggest(context, { all, surrogate, known, index, length });
      if (suggestion === undefined) return undefined;
      known.add(suggestion.params);
      if (index + 1 < context.count) surrogate.addPending(all.axes.row(suggestion.params));
      return suggestion;
    });
    return { result, state: { ...before, fits: surrogate.fits } };
  },
  tell: (state) => state,
});

/** Of {@link tameBadHalf}. With several objectives the ends of the front lie in a bad half: only outliers are tamed there. */
const leastWidth = (objectives: number) => (objectives === 1 ? 0.1 : 3);

/** The scores as the models see them. */
function targetsOf({ measured }: Observations, { objectives }: AskContext<GpOptions>): Target[] {
  return objectives.map((_, objective) =>
    warpScores(tameBadHalf(cautiousScores(measured, objective), leastWidth(objectives.length))),
  );
}

/** Many parameters */
const many = 20;

/** Where the trust region is off: all observations, and no length. */
function trustRegionOf(
  { axes }: Observations,
  [first, ...others]: readonly Target[],
  { options: { trustRegion, startupTrials } }: AskContext<GpOptions>,
): { readonly from: number; readonly length?: number } {
  const dimensions = axes.axes.length;
  const wanted = trustRegion === 'on' || (trustRegion === 'auto' && dimensions > many);
  if (!wanted || first === undefined || others.length > 0) return { from: 0 };
  return followTrustRegion(first.values, { dimensions, startupTrials });
}

/** Points of a scrambled Sobol sequence. */
function start(context: AskContext<GpOptions>, state: NonNullable<State>, known: KnownDesigns) {
  const { space, rng, count } = context;
  const scramble = createRng(state.key);
  const sequence = createQuasiRandom(space.parameters.length, { sequence: 'sobol', scramble });
  const walk = walkSequence({ space, sequence, from: state.next, known });
  const result = askEach(count, (index) => {
    const found = walk.next();
    if (found !== undefined)
      return { params: found.params, why: { by: 'sobol', because: 'starting up', point: found.point } };
    return randomSuggestion(context, { known, rng: rng.fork(index) }, 'starting up');
  });
  return { result, state: { ...state, next: walk.position } };
}

interface Progress {
  readonly all: Observations;
  readonly surrogate: Surrogate;
  readonly known: KnownDesigns;
  readonly index: number;
  /** Of the trust region's side. */
  readonly length: number | undefined;
}

function suggest(
  context: AskContext<GpOptions>,
  { all, surrogate, known, index, length }: Progress,
): Suggestion | undefined {
  const { space, options } = context;
  const rng = context.rng.fork(index);
  const { axes } = all;
  const incumbents = surrogate.incumbents.map(({ params }) => axes.position(params));
  const [center] = incumbents;
  const found = maximizeAcquisition({
    axes,
    acquisition: surrogate.createAcquisition(),
    rng,
    incumbents,
    region:
      length === undefined || center === undefined
        ? wholeSpace(axes.axes.length)
        : localRegion({ center, axes: axes.axes, inverseSquaredLengths: surrogate.inverseSquaredLengths, length }),
    candidates: options.candidates,
    isAllowed: (position) => space.isFeasible(pointAt(space, position)),
  });
  for (const { position, value } of found) {
    const params = pointAt(space, position);
    if (known.has(params) || !space.isFeasible(params)) continue;
    return { params, why: reason(surrogate, all.axes.row(params), value) };
  }
  return randomSuggestion(context, { known, rng }, 'the model proposed nothing new');
}

function reason(surrogate: Surrogate, row: Float64Array, value: number): Json {
  const { gains, deviations, exploits } = surrogate.predict(row);
  const short = (number: number) => Number(number.toPrecision(4));
  return {
    by: 'gp',
    acquisition: surrogate.acquisitionName,
    value: short(value),
    gain: gains.map(short),
    deviation: deviations.map(short),
    kind: exploits ? 'exploitation' : 'exploration',
    parents: surrogate.incumbents.map(({ number }) => number),
  };
}
