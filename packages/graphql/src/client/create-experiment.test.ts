import { CambiumError } from '@cambium/core';
import { expect, it } from '@jest/globals';
import { createExperiment } from './create-experiment.js';
import type { GraphqlClient } from './graphql-client.js';

/** A server that makes what it is asked for once for each id, and whose first answers are lost. */
function forgetful(lost: number) {
  const made = new Map<string, unknown>();
  const client: GraphqlClient = {
    async request(_document, variables) {
      const { id, ...rest } = variables as { id: string };
      made.set(id, rest);
      lost -= 1;
      if (lost >= 0) throw new CambiumError('retry', 'the answer was lost');
      return { createExperiment: { experiment: { id, name: 'a' }, errors: [] } } as never;
    },
  };
  return { client, made };
}

it('makes one experiment, however often the answer is lost', async () => {
  const { client, made } = forgetful(2);
  const { experiment } = await createExperiment(client, { name: 'a' }, { pauseMs: 1 });
  expect([...made]).toEqual([[experiment?.id, { spec: { name: 'a' }, start: true }]]);
});

it('makes another one at each call', async () => {
  const { client, made } = forgetful(0);
  await createExperiment(client, {}, { start: false });
  await createExperiment(client, {}, { start: false });
  expect(made.size).toBe(2);
});

it('gives up in the end', async () => {
  const { client, made } = forgetful(1e9);
  await expect(createExperiment(client, {}, { forMs: 20, pauseMs: 1 })).rejects.toMatchObject({ code: 'retry' });
  expect(made.size).toBe(1);
});
