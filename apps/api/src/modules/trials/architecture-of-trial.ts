import { CambiumError, type Trial } from '@cambium/core';
import type { RequestContext } from '../../context/request-context.js';
import { type ArchitectureModel, architectureOf } from './design-model.js';

/** Null where its space and task have no networks. The caller has come to the trial through its workspace. */
export async function architectureOfTrial(
  trial: Trial,
  { loaders, services }: RequestContext,
): Promise<ArchitectureModel | null> {
  const experiment = await loaders.frozenExperiment.load(trial.experimentId);
  if (experiment === undefined) throw new CambiumError('not-found', 'the experiment of this trial is gone');
  return architectureOf(services.designs.designOf(trial, experiment).design);
}
