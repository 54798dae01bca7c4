import { type EndedTrial, type ExperimentSpec, type ExperimentStore, type Issue, isEnded } from '@cambium/core';
import { compileSpace } from '@cambium/spaces';
import { measure } from '../scoring/objective-values.js';
import { rewardsOf } from '../scoring/reward.js';

/** More would make the creation slow and teach little. */
const most = 1000;

export interface EarlierResult {
  readonly experimentId: string;
  readonly trial: EndedTrial;
}

/**
 * Complete trials of the experiments that the search begins with, as far as they are points of its space and measured what
 * it needs: the newest thousand. An experiment without any is an issue, with a path from the specification.
 */
export async function earlierResults(
  store: Pick<ExperimentStore, 'find' | 'trials'>,
  { spec, workspaceId }: { readonly spec: ExperimentSpec; readonly workspaceId: string },
): Promise<{ readonly results: readonly EarlierResult[]; readonly issues: readonly Issue[] }> {
  const results: EarlierResult[] = [];
  const issues: Issue[] = [];
  const fits = fitting(spec);
  for (const [i, experimentId] of (spec.warmStart?.experiments ?? []).entries()) {
    const refuse = (code: string, message: string) =>
      issues.push({ path: ['warmStart', 'experiments', i], code, message });
    const experiment = await store.find(experimentId);
    if (experiment?.workspaceId !== workspaceId) {
      refuse('unknown-experiment', `there is no experiment ${experimentId} in this workspace`);
      continue;
    }
    const usable = (await store.trials(experimentId)).filter(isEnded).filter(fits);
    if (usable.length === 0) {
      const metrics = spec.objectives.map(({ metric }) => metric).join(' and ');
      refuse('no-results', `no complete trial of ${experiment.spec.name} is a point of this space with ${metrics}`);
    }
    results.push(...usable.map((trial) => ({ experimentId, trial })));
  }
  return { results: results.slice(-most), issues };
}

function fitting(spec: ExperimentSpec): (trial: EndedTrial) => boolean {
  const compiled = compileSpace(spec.space);
  const needed = [...spec.objectives, ...spec.constraints].map(({ metric }) => metric);
  return (trial) =>
    compiled.kind !== 'refused' &&
    trial.mode === null &&
    trial.state === 'complete' &&
    trial.fidelity === null &&
    measure({ ...trial.metrics, ...rewardsOf(trial.metrics, spec.objectives) }, needed).kind === 'measured' &&
    compiled.space.validate(trial.params).length === 0;
}
