import { datasets } from '@cambium/datasets';
import { describe, expect, it } from '@jest/globals';
import { imageClassificationManifest as manifest } from './manifest.js';

const environment = { dataDir: 'no-such-folder' };

async function prepare(settings: object) {
  const parsed = manifest.settings.safeParse(settings);
  if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues));
  return manifest.prepare(parsed.data, environment);
}

describe('prepare', () => {
  it('gives the shape and classes of the data set, and the epochs as the last step', async () => {
    expect(await prepare({ dataset: 'digits', epochs: 7 })).toEqual({
      kind: 'ready',
      context: { inputShape: [8, 8, 1], classes: 10 },
      maxStep: 7,
    });
  });

  it('asks whether an unknown data set was meant to be another', async () => {
    expect(await prepare({ dataset: 'fashion-mnits' })).toMatchObject({
      kind: 'refused',
      issues: [{ path: ['dataset'], message: expect.stringContaining('did you mean "fashion-mnist"?') }],
    });
  });

  it('says how many images there are when more are asked for', async () => {
    expect(await prepare({ dataset: 'digits', trainSize: 5000 })).toMatchObject({
      kind: 'refused',
      issues: [{ path: ['trainSize'], message: expect.stringMatching(/there are 1437 training images/) }],
    });
  });

  it('refuses settings that the data set does not take, with their path', async () => {
    expect(await prepare({ dataset: 'digits', datasetSettings: { folder: 'x' } })).toMatchObject({
      kind: 'refused',
      issues: [{ path: ['datasetSettings', 'folder'], message: expect.stringContaining('digits: ') }],
    });
  });

  it('refuses data that is not there, with its path', async () => {
    expect(datasets.names).toContain('fashion-mnist');
    const preparation = await prepare({ datasetSettings: { source: 'ful' } });
    expect(preparation).toMatchObject({ kind: 'refused', issues: [{ path: ['datasetSettings', 'source'] }] });
  });
});
