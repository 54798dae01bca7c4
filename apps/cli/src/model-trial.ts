import type { Database } from '@cambium/db';
import { CommandError } from './command-error.js';

/**
 * The trial whose model an id stands for: the trial itself, or an experiment's retrained winner, or its best trial while
 * none is retrained.
 */
export async function modelTrial(
  { experiments, reader }: Database,
  id: string,
): Promise<{ readonly trialId: string; readonly number: number }> {
  const [trial] = await reader.trialsByIds([id]);
  if (trial !== undefined) return { trialId: trial.id, number: trial.number };
  const experiment = await experiments.find(id);
  if (experiment === undefined) throw new CommandError(`There is no experiment or trial ${id} in this data folder.`, 2);
  const retrained = (await reader.trialsOfMode([id], 'final')).find(({ state }) => state === 'complete');
  const [best] =
    retrained !== undefined || experiment.bestTrial === null
      ? [retrained]
      : await reader.trialsByNumbers([{ experimentId: id, number: experiment.bestTrial }]);
  if (best === undefined) throw new CommandError(`Experiment “${experiment.spec.name}” has no complete trial yet.`, 2);
  return { trialId: best.id, number: best.number };
}
