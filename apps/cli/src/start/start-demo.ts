import path from 'node:path';
import { CliExperimentCountDocument, createExperiment } from '@cambium/graphql';
import { signIn } from '../client/sign-in.js';
import { examplesFolder } from '../examples-folder.js';
import { readSpec } from '../read-spec.js';

/** On an empty database starts the first search, so that a newcomer has something real to watch. */
export async function startDemo(apiUrl: string, loginLink: string): Promise<string | undefined> {
  const client = await signIn(apiUrl, loginLink);
  const { experiments } = await client.request(CliExperimentCountDocument, {});
  if (experiments.totalCount > 0) return undefined;
  const spec = await readSpec(path.join(examplesFolder, 'first-search.yaml'));
  const { experiment, errors } = await createExperiment(client, spec);
  const [problem] = errors;
  if (problem !== undefined)
    throw new Error(`the first search was refused: ${problem.path.join('.')}: ${problem.message}`);
  return experiment?.name;
}
