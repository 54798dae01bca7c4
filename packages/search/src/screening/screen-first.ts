import {
  type AskContext,
  type AskResult,
  proxyMode,
  type Screening,
  type SearchContext,
  type SearcherDefinition,
  type Suggestion,
} from '@cambium/core';
import { askEach } from '../history/ask-each.js';
import { historyView } from '../history/history-view.js';
import { knownDesigns } from '../history/known-designs.js';
import { randomSuggestion } from '../history/random-suggestion.js';
import { isTrained, screenedDesigns } from './screened-designs.js';

/**
 * The searcher, begun with a screening: random designs are judged by a metric that needs no training, and the best of them
 * are trained before the searcher is asked for the first time (zero-cost warm-up, Abdelfattah et al. 2021, §5). The searcher
 * sees these as points that somebody gave, and nothing of the screening. What the history says of it is its whole memory: the
 * state is the searcher's own. To be made once for a search.
 */
export function screenFirst(searcher: SearcherDefinition, screening: Screening): SearcherDefinition {
  const screened = screenedDesigns(screening);
  const view = historyView({ shows: isOwn });

  /** The search without the screening. */
  const within = <Context extends SearchContext<unknown>>(context: Context): Context => {
    const { maxTrials } = context.budget;
    const budget = { ...context.budget, maxTrials: Math.max(1, maxTrials - screening.candidates) };
    if (!isAsk(context)) return { ...context, budget };
    return { ...context, budget, history: view(context.history), pending: context.pending.filter(isOwn) };
  };

  const screeningStep = (context: AskContext<unknown>): AskResult | undefined => {
    const { ended, ranked } = context.history.fold(screened);
    const judging = context.pending.filter((trial) => !isOwn(trial)).length;
    const left = screening.candidates - ended - judging;
    const candidates = left > 0 ? askCandidates(context, Math.min(left, context.count)) : undefined;
    if (candidates?.kind === 'suggest') return candidates;
    if (judging > 0) return { kind: 'wait' };
    const trained = isTrained(context);
    const starts = ranked.flatMap(({ params, number, score, parameters }, index) => {
      if (trained(params)) return [];
      const place = { place: index + 1, of: ended, params: parameters, trial: number };
      return [{ params, builtOn: [number], why: { by: 'screening', metric: screening.metric, score, ...place } }];
    });
    const [first, ...rest] = starts.slice(0, context.count);
    return first === undefined ? undefined : { kind: 'suggest', suggestions: [first, ...rest] };
  };

  return {
    ...searcher,
    init: (context) => searcher.init(within(context)),
    ask(state, context) {
      const result = screeningStep(context);
      return result === undefined ? searcher.ask(state, within(context)) : { result, state };
    },
    tell: (state, context, trial) => (isOwn(trial) ? searcher.tell(state, within(context), trial) : state),
  };
}

/** New designs to be judged, as far as the space has some. */
function askCandidates(context: AskContext<unknown>, count: number): AskResult {
  const known = knownDesigns(context);
  return askEach(count, (index): Suggestion | undefined => {
    const drawn = randomSuggestion(context, { known, rng: context.rng.fork(index) }, 'judged without a training');
    return drawn && { ...drawn, mode: proxyMode };
  });
}

/** Whether a trial is the searcher's own business. */
function isOwn({ mode }: { readonly mode?: string }): boolean {
  return mode !== proxyMode;
}

function isAsk(context: SearchContext<unknown>): context is AskContext<unknown> {
  return 'history' in context;
}
