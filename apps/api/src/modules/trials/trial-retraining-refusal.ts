import { CambiumError, retrainingRefusal } from '@cambium/core';
import { tasks } from '@cambium/tasks/manifests';
import type { TrialResolvers } from '../../generated/resolver-types.js';

export const trialRetrainingRefusal: NonNullable<TrialResolvers['retrainingRefusal']> = async (
  trial,
  _args,
  { loaders },
) => {
  const experiment = await loaders.frozenExperiment.load(trial.experimentId);
  if (experiment === undefined) throw new CambiumError('not-found', 'the experiment of this trial is gone');
  const { name } = experiment.spec.task;
  const task = tasks.find(name);
  return task === undefined ? `this version has no task ${name}` : retrainingRefusal(trial, task);
};
