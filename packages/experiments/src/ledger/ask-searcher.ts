import {
  type AskAnswer,
  type AskRequest,
  CambiumError,
  type ExperimentTransaction,
  isForSearcher,
  type PendingTrial,
  type SearchHost,
  type Telling,
} from '@cambium/core';
import type { Dependencies } from '../dependencies.js';
import { rebuildSearcher } from '../history/rebuild-searcher.js';
import { toldTrials } from '../history/told-trials.js';
import { pendingTrial } from './finished-trial.js';
import type { Ledger } from './ledger.js';
import { tellingHost } from './search-host-failure.js';

export type SearcherAnswer =
  | { readonly kind: 'answered'; readonly reply: AskAnswer }
  /** The searcher can't go on; the sentence says what it did. */
  | { readonly kind: 'broken'; readonly failure: string };

type Needs = Pick<Dependencies, 'host' | 'hostTrouble' | 'searchers'>;

/**
 * Tells the searcher what it has not heard yet, asks for `count` suggestions (0: tells only) and keeps its state.
 * A state of another version is replaced by replaying the history.
 * @throws SearchHostFailure, and what the store throws: then the transaction must not be committed.
 */
export async function askSearcher(needs: Needs, ledger: Ledger, count: 0 | 1): Promise<SearcherAnswer> {
  const { tx } = ledger;
  const { spec } = tx.experiment;
  const host = tellingHost(needs.host);
  try {
    const known = await tx.algorithm('searcher');
    const current = known?.version === needs.searchers.get(spec.searcher.name).stateVersion;
    // The history holds what is untold as well: its events are in this transaction.
    const searcher = current ? known : await rebuildSearcher(host, tx);
    const trials = current ? ledger.untold : [];
    const reply = await askFrom(host, tx, { searcher, tell: { trials }, pending: await pendingTrials(tx), count });
    needs.hostTrouble.answered(tx.experiment.id);
    ledger.untold = [];
    await tx.keepAlgorithm('searcher', reply.searcher);
    return { kind: 'answered', reply };
  } catch (cause) {
    // Anything else is the host's or the store's trouble: the transaction is undone and the caller tries again.
    const broken = cause instanceof CambiumError && cause.code !== 'retry';
    if (!broken) throw cause;
    return { kind: 'broken', failure: cause.message };
  }
}

type AskPart = Pick<AskRequest, 'searcher' | 'tell' | 'pending' | 'count'>;

/** Asks a host that remembers the history, or else sends what it does not know. */
async function askFrom(host: Pick<SearchHost, 'ask'>, tx: ExperimentTransaction, part: AskPart): Promise<AskAnswer> {
  const { id, spec, context, maxStep, maxTrials, nextTrialNumber } = tx.experiment;
  const problem = { spec, context, maxStep, maxTrials };
  const ask = (tell: Telling) => host.ask({ historyId: id, problem, nextNumber: nextTrialNumber, ...part, tell });
  let reply = await ask(part.tell);
  // Twice at most: what it knew can turn out to be another history, then it starts from nothing.
  while (reply.kind === 'behind') {
    const from = reply.known;
    reply = await ask({ from, trials: (await toldTrials(tx)).slice(from) });
  }
  return reply;
}

async function pendingTrials(tx: ExperimentTransaction): Promise<readonly PendingTrial[]> {
  const trials = await tx.unfinishedTrials();
  return trials.filter(isForSearcher).map(pendingTrial);
}
