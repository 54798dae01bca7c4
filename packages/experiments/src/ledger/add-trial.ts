import type { Json, JsonObject, Suggestion, SuggestionCheck } from '@cambium/core';
import type { Dependencies } from '../dependencies.js';
import { violationOf } from '../scoring/violation.js';
import { askSearcher } from './ask-searcher.js';
import { createTrial, priorities } from './create-trial.js';
import { endTrial } from './end-trial.js';
import { givenPoint } from './given-point.js';
import { type Ledger, pendingCount } from './ledger.js';
import { tellingHost } from './search-host-failure.js';

type Needs = Pick<Dependencies, 'host' | 'hostTrouble' | 'searchers' | 'newId'>;

export type AddedTrial =
  | { readonly kind: 'waiting' | 'infeasible' | 'reused' }
  /** The searcher has nothing, now or ever. */
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly failure: string };

/** Adds the next trial of the search: one of the points to begin with, or what the searcher suggests. */
export async function addTrial(needs: Needs, ledger: Ledger): Promise<AddedTrial> {
  const given = givenPoint(ledger.tx);
  if (given !== null) {
    const { params, index } = given;
    const check = await inspect(needs, ledger, params);
    return place(needs, ledger, { suggestion: { params, why: { by: 'warm start', point: index } }, check });
  }
  const answer = await askSearcher(needs, ledger, 1);
  if (answer.kind === 'broken') return answer;
  const { result, checks } = answer.reply;
  switch (result.kind) {
    case 'exhausted':
      await ledger.tx.update({ exhausted: true });
      return { kind: 'none' };
    case 'wait': {
      const { counts, spec } = ledger.tx.experiment;
      if (pendingCount(counts) > 0) return { kind: 'none' };
      const failure = `searcher ${spec.searcher.name} waits for a trial, but none is waiting or running`;
      return { kind: 'broken', failure };
    }
    case 'suggest': {
      const [suggestion] = result.suggestions;
      return place(needs, ledger, { suggestion, check: checks[0] ?? { staticMetrics: {}, violation: 0 } });
    }
  }
}

async function inspect(needs: Needs, { tx }: Ledger, params: Suggestion['params']): Promise<SuggestionCheck> {
  const { spec, context, maxStep, maxTrials } = tx.experiment;
  const staticMetrics = await tellingHost(needs.host).inspect({ spec, context, maxStep, maxTrials }, params);
  return { staticMetrics, violation: violationOf(staticMetrics, spec.constraints) };
}

interface Placement {
  readonly suggestion: Suggestion;
  readonly check: SuggestionCheck;
}

/** Puts the trial into the queue, or ends it at once: it is infeasible, or its result is known. */
async function place(needs: Needs, ledger: Ledger, { suggestion, check }: Placement): Promise<AddedTrial> {
  const { staticMetrics, violation, sameAs } = check;
  const known = sameAs === undefined ? undefined : await ledger.tx.trialByNumber(sameAs);
  if (violation === 0 && known?.state === 'complete') {
    const why = { ...asObject(suggestion.why), sameAs: known.number };
    const trial = await createTrial(needs, ledger, { suggestion: { ...suggestion, why }, staticMetrics });
    await endTrial(ledger, trial, { state: 'complete', metrics: known.metrics, lastStep: known.lastStep });
    return { kind: 'reused' };
  }
  const trial = await createTrial(needs, ledger, { suggestion, staticMetrics });
  if (violation > 0) {
    await endTrial(ledger, trial, { state: 'infeasible' });
    return { kind: 'infeasible' };
  }
  await ledger.tx.enqueue(trial, priorities.search);
  return { kind: 'waiting' };
}

function asObject(why: Json | undefined): JsonObject {
  return typeof why === 'object' && why !== null && !Array.isArray(why) ? (why as JsonObject) : {};
}
