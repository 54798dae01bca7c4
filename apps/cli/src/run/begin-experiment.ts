import {
  CliExperimentDocument,
  CliResumeExperimentDocument,
  CliRunningExperimentsDocument,
  createExperiment as create,
} from '@cambium/graphql';
import type { SignedInClient } from '../client/sign-in.js';
import { CommandError } from '../command-error.js';
import { refusal } from '../read-spec.js';
import type { SpecFile } from './run-request.js';

/** @returns the id of the new experiment. @throws CommandError (exit code 2) that says all that is wrong with it. */
export async function createExperiment(client: SignedInClient, { file, spec }: SpecFile): Promise<string> {
  const { experiment, errors } = await create(client, spec);
  if (experiment == null) throw refusal(file, errors);
  return experiment.id;
}

/** Goes on with a paused experiment; one that a killed process left running goes on by itself. */
export async function resumeExperiment(client: SignedInClient, id: string): Promise<string> {
  const { experiment } = await client.request(CliExperimentDocument, { id });
  if (experiment == null) throw new CommandError(`There is no experiment ${id} in this data folder.`, 2);
  if (experiment.state === 'running') return id;
  const { resumeExperiment: resumed } = await client.request(CliResumeExperimentDocument, { id });
  const [problem] = resumed.errors;
  if (problem !== undefined) throw new CommandError(`“${experiment.name}” can't go on: ${problem.message}`, 2);
  return id;
}

/** The running ones beside it: they were left running, or a Cambium that runs just now executes them. */
export async function otherExperiments(
  client: SignedInClient,
  id: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { experiments } = await client.request(CliRunningExperimentsDocument, {});
  return experiments.edges.map(({ node }) => node).filter((experiment) => experiment.id !== id);
}
