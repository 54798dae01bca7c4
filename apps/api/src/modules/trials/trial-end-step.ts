import { CambiumError } from '@cambium/core';
import { tasks } from '@cambium/tasks/manifests';
import type { TrialResolvers } from '../../generated/resolver-types.js';

/** A retrained winner trains as long as its task likes, and an earlier experiment may have had other steps. */
const unknownEnds: readonly (string | null)[] = ['final', 'known'];

export const trialEndStep: NonNullable<TrialResolvers['endStep']> = async (trial, _args, { loaders }) => {
  const { mode, fidelity, experimentId } = trial;
  if (unknownEnds.includes(mode)) return null;
  if (fidelity !== null) return fidelity;
  const experiment = await loaders.frozenExperiment.load(experimentId);
  if (experiment === undefined) throw new CambiumError('not-found', 'the experiment of this trial is gone');
  const { spec, maxStep } = experiment;
  const task = mode === null ? undefined : tasks.find(spec.task.name);
  const settings = task?.settings.safeParse(spec.task.settings);
  return (settings?.success === true ? task?.modeSteps?.(mode ?? '', settings.data) : undefined) ?? maxStep;
};
