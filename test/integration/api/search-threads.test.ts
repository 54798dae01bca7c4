import { expect, it } from '@jest/globals';
import { createExperiment, lrSearch } from './support/specs.js';
import { startTestApi } from './support/test-api.js';

it('ends a searcher that does not answer in time, says so, and serves on', async () => {
  // No thread can start and answer within a millisecond.
  const test = await startTestApi({ searchTimeoutMs: 1 });
  try {
    const { data } = await test.graphql(createExperiment, { spec: lrSearch });
    expect(data.createExperiment.experiment).toBeNull();
    expect(data.createExperiment.errors).toMatchObject([{ code: 'give-up', message: expect.stringMatching(/1 ms/) }]);
    const after = await test.graphql('{ experiments { totalCount } }');
    expect(after.data.experiments.totalCount).toBe(0);
  } finally {
    await test.stop();
  }
}, 60_000);
