import { CambiumError, type Experiment, formatPath, type Issue, noTrials } from '@cambium/core';
import type { Dependencies } from '../dependencies.js';
import { workInLedger } from '../ledger/in-ledger.js';
import { prepareSpec } from '../spec/prepare-spec.js';
import { earlierResults } from './earlier-results.js';
import { begin } from './start-experiment.js';
import { tellEarlierResults } from './tell-earlier-results.js';

export interface NewExperiment {
  readonly workspaceId: string;
  /** A raw specification: from a file, a form, a request. */
  readonly input: unknown;
  /** True: starts at once. */
  readonly start?: boolean;
  readonly clonedFrom?: string;
}

/**
 * Checks, freezes, stores and, when asked to, starts an experiment: with its first trials, in one transaction.
 * @throws CambiumError `fix-input` with every issue; then, as after every other error, nothing was stored.
 */
export async function createExperiment(needs: Dependencies, request: NewExperiment): Promise<Experiment> {
  const prepared = await prepareSpec(request.input, needs, needs.environment);
  if (prepared.kind === 'refused') {
    throw new CambiumError('fix-input', describeIssues(prepared.issues), { issues: prepared.issues });
  }
  const { spec, context, maxStep } = prepared;
  const earlier = await earlierResults(needs.store, { spec, workspaceId: request.workspaceId });
  if (earlier.issues.length > 0) {
    throw new CambiumError('fix-input', describeIssues(earlier.issues), { issues: earlier.issues });
  }
  const now = needs.clock.now();
  const experiment: Experiment = {
    id: needs.newId(),
    workspaceId: request.workspaceId,
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
    createdAt: now,
    startedAt: null,
    finishedAt: null,
  };
  let stored = experiment;
  await needs.store.insert(experiment, async (tx) => {
    await workInLedger(needs, tx, async (ledger) => {
      const payload = { name: spec.name, clonedFrom: experiment.clonedFrom };
      await tx.append('experiment.created', { at: now, payload });
      await tellEarlierResults(needs, ledger, earlier.results);
      if (request.start === true) await begin(ledger);
    });
    stored = tx.experiment;
  });
  return stored;
}

function describeIssues(issues: readonly Issue[]): string {
  const lines = issues.map((issue) => `${formatPath(issue.path)}: ${issue.message}`);
  return issues.length === 1 ? (lines[0] ?? '') : `${issues.length} things are wrong:\n${lines.join('\n')}`;
}
