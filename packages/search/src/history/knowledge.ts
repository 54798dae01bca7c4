import type { AskContext } from '@cambium/core';
import { type KnownDesigns, knownDesigns } from './known-designs.js';
import { type MeasuredTrial, measuredTrials } from './measured-trials.js';
import { type ToldResults, toldResults } from './told-results.js';

/** What an ask knows of designs: which need no trial, what came of them, and the trials that something can be made of. */
export interface Knowledge {
  readonly known: KnownDesigns;
  readonly results: ToldResults;
  readonly measured: ReadonlyMap<number, MeasuredTrial>;
}

export function knowledgeOf(context: AskContext<unknown>): Knowledge {
  return {
    known: knownDesigns(context),
    results: toldResults(context),
    measured: context.history.fold(measuredTrials),
  };
}
