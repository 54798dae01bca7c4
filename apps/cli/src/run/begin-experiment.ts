import {
  CliCreateExperimentDocument,
  CliExperimentDocument,
  CliResumeExperimentDocument,
  CliRunningExperimentsDocument,
} from '@cambium/graphql';
import type { SignedInClient } from '../client/sign-in.js';
import { CommandError } from '../command-error.js';
import { refusal } from '../read-spec.js';
import type { SpecFile } from './run-request.js';

/** @returns the id of the new experiment. @throws CommandError (exit code 2) that says all that is wrong with it. */
export async function createExperiment(client: SignedInClient, { file, spec }: SpecFile): Promise<string> {
  const { createExperiment: created } = await client.request(CliCreateExperimentDocument, { spec: spec as never });
  if (created.experiment == null) throw refusal(file, created.errors);
  return created.experiment.id;
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
