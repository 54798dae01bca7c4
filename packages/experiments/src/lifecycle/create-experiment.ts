import { CambiumError, type Experiment, formatPath, type Issue, noTrials } from '@cambium/core';
import type { Dependencies } from '../dependencies.js';
import { workInLedger } from '../ledger/in-ledger.js';
import { prepareSpec } from '../spec/prepare-spec.js';
import { earlierResults } from './earlier-results.js';
import { madeBefore } from './made-before.js';
import { begin } from './start-experiment.js';
import { tellEarlierResults } from './tell-earlier-results.js';

export interface NewExperiment {
  readonly workspaceId: string;
  /** A UUID of the caller's choice: the same request again makes no second experiment. Absent: a new one. */
  readonly id?: string;
  /** A raw specification: from a file, a form, a request. */
  readonly input: unknown;
  /** True: starts at once. */
  readonly start?: boolean;
  readonly clonedFrom?: string;
  /** Number of the trial of that experiment whose design it trains again. */
  readonly clonedTrial?: number;
}

/**
 * Checks, freezes, stores and, when asked to, starts an experiment: with its first trials, in one transaction.
 * @throws CambiumError `fix-input` with every issue, `conflict` when the id is another's; then, as after every other error,
 *   nothing was stored.
 */
export async function createExperiment(needs: Dependencies, request: NewExperiment): Promise<Experiment> {
  const prepared = await prepareSpec(request.input, needs, needs.environment);
  if (prepared.kind === 'refused') {
    throw new CambiumError('fix-input', describeIssues(prepared.issues), { issues: prepared.issues });
  }
  const { spec, context, maxStep } = prepared;
  const { workspaceId, id = needs.newId() } = request;
  const known = request.id === undefined ? undefined : await madeBefore(needs.store, { id, workspaceId, spec });
  if (known !== undefined) return known;
  const earlier = await earlierResults(needs.store, { spec, workspaceId });
  if (earlier.issues.length > 0) {
    throw new CambiumError('fix-input', describeIssues(earlier.issues), { issues: earlier.issues });
  }
  const now = needs.clock.now();
  const experiment: Experiment = {
    id,
    workspaceId,
    spec,
    context,
    maxStep,
    state: 'created',
    phase: 'search',
    maxTrials: spec.budget.maxTrials,
    exhausted: false,
    counts: noTrials,
    nextTrialNumber: 0,
    lastSeq: 0,
    bestTrial: null,
    bestValues: null,
    failure: null,
    clonedFrom: request.clonedFrom ?? null,
    deviceMs: 0,
    clonedTrial: request.clonedTrial ?? null,
    promotion: null,
    createdAt: now,
    startedAt: null,
    finishedAt: null,
  };
  let stored = experiment;
  const insertion = needs.store.insert(experiment, async (tx) => {
    await workInLedger(needs, tx, async (ledger) => {
      const { clonedFrom, clonedTrial } = experiment;
      const payload = { name: spec.name, clonedFrom, ...(clonedTrial === null ? {} : { clonedTrial }) };
      await tx.append('experiment.created', { at: now, payload });
      await tellEarlierResults(needs, ledger, earlier.results);
      if (request.start === true) await begin(ledger);
    });
    stored = tx.experiment;
  });
  try {
    await insertion;
    return stored;
  } catch (error) {
    // The same request, sent twice, may have been faster.
    const faster = request.id === undefined ? undefined : await madeBefore(needs.store, { id, workspaceId, spec });
    if (faster === undefined) throw error;
    return faster;
  }
}

function describeIssues(issues: readonly Issue[]): string {
  const lines = issues.map((issue) => `${formatPath(issue.path)}: ${issue.message}`);
  return issues.length === 1 ? (lines[0] ?? '') : `${issues.length} things are wrong:\n${lines.join('\n')}`;
}
