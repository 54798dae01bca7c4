import { type AskContext, defineSearcher, type Rng } from '@cambium/core';
import { askBrackets, noBrackets, type Proposal } from '../../fidelity/ask-brackets.js';
import type { BracketState } from '../../fidelity/bracket-state.js';
import { hyperbandBrackets } from '../../fidelity/hyperband-brackets.js';
import { type KnownDesigns, knownDesigns } from '../../history/known-designs.js';
import { type SeenPoints, seenPoints } from '../../history/seen-points.js';
import { spreadSuggestion } from '../../history/spread-suggestion.js';
import { type DesignModel, drawNearGood, gainOf, largestModel } from './design-model.js';
import { type BohbOptions, bohbOptions } from './options.js';

/** BOHB (Falkner, Klein and Hutter 2018): Hyperband, whose new designs come from a model of the largest fidelity that has one. */
export const bohb = defineSearcher<BohbOptions, BracketState>({
  name: 'bohb',
  stateVersion: 1,
  summary: 'Hyperband that learns where good designs lie: when training is long and early results tell something.',
  options: bohbOptions,
  capabilities: {
    multiObjective: false,
    conditional: true,
    finite: false,
    orderIndependent: false,
    multiFidelity: true,
  },
  init: () => noBrackets,
  ask(state, context) {
    const { options, maxStep } = context;
    const known = knownDesigns(context);
    const seen = seenPoints(context);
    const model = largestModel(context);
    return askBrackets(state, context, {
      brackets: hyperbandBrackets({ ...options, maxStep }),
      eta: options.eta,
      propose: ({ rng }) => propose(context, { model, known, seen, rng }),
    });
  },
  tell: (state) => state,
});

interface Progress {
  readonly model: DesignModel | undefined;
  readonly known: KnownDesigns;
  readonly seen: SeenPoints;
  readonly rng: Rng;
}

function propose(context: AskContext<BohbOptions>, { model, known, seen, rng }: Progress): Proposal | undefined {
  const exploring = rng.next() < context.options.randomFraction;
  const proposal = model === undefined || exploring ? undefined : bestCandidate(context, { model, known, rng });
  if (proposal !== undefined) return proposal;
  const because = exploring
    ? 'random fraction'
    : model === undefined
      ? 'starting up'
      : 'the model proposed nothing new';
  return spreadSuggestion(context, { known, seen, rng }, because);
}

/** Undefined when none of the candidates is new and feasible. */
function bestCandidate(
  { space, options }: AskContext<BohbOptions>,
  { model, known, rng }: { readonly model: DesignModel; readonly known: KnownDesigns; readonly rng: Rng },
): Proposal | undefined {
  let best: { readonly params: Proposal['params']; readonly gain: number } | undefined;
  for (let i = 0; i < options.candidates; i++) {
    const params = drawNearGood(space, model, { factor: options.bandwidthFactor, rng });
    const gain = gainOf(model, space.encode(params));
    if (best !== undefined && gain <= best.gain) continue;
    if (!known.has(params) && space.isFeasible(params)) best = { params, gain };
  }
  if (best === undefined) return undefined;
  known.add(best.params);
  const { fidelity, good, others } = model;
  const of = good.points.length + others.points.length;
  const why = { by: 'bohb', model: fidelity, good: good.points.length, of, gain: Number(best.gain.toFixed(4)) };
  return { params: best.params, why };
}
