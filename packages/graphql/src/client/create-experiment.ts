import type { Json } from '@cambium/core';
import { CreateExperimentDocument, type CreateExperimentMutation } from '../generated/documents.js';
import type { GraphqlClient } from './graphql-client.js';
import { type RetryOptions, withRetry } from './retry.js';

export interface CreateExperimentOptions extends Partial<RetryOptions> {
  /** False: it waits to be started. */
  readonly start?: boolean;
}

/**
 * Creates one experiment, however often its answer is lost on the way: every try carries the same id, by which the server
 * knows what it has made already. A server that is away is asked for a minute unless told otherwise.
 * @param spec as read from a file: the server checks it, and what is wrong with it comes as `errors`.
 */
export async function createExperiment(
  client: GraphqlClient,
  spec: unknown,
  { start = true, ...retry }: CreateExperimentOptions = {},
): Promise<CreateExperimentMutation['createExperiment']> {
  const variables = { spec: spec as Json, start, id: globalThis.crypto.randomUUID() };
  const request = () => client.request(CreateExperimentDocument, variables);
  return (await withRetry(request, { forMs: 60_000, ...retry })).createExperiment;
}
