import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cambium } from '../../support/cambium-command.js';
import { type Platform, startPlatform } from '../../support/platform.js';
import { createExperiment, digitsSearch, readExperiment, signIn, until } from '../../support/search-client.js';

describe('cambium export', () => {
  let platform: Platform;
  let id: string;
  beforeAll(async () => {
    platform = await startPlatform();
    const client = await signIn(platform.loginUrl);
    id = await createExperiment(client, digitsSearch({ budget: { maxTrials: 2, maxParallel: 2 } }));
    await until(
      () => readExperiment(client, id),
      ({ state }) => state === 'complete',
    );
  }, 180_000);
  afterAll(() => platform.stop(), 30_000);

  const run = (...args: string[]) =>
    cambium(['export', ...args, '--out', path.join(platform.dataDir, 'out')], platform);

  it.each([
    ['tfjs', 'model.json'],
    ['keras-json', 'architecture.json'],
    ['network-json', 'network.json'],
  ])(
    'writes the retrained winner as %s, which predicts the same',
    async (format, file) => {
      const { code, json } = await run(id, '--format', format);
      expect([code, json()]).toEqual([0, expect.objectContaining({ trial: 2, format, same: true })]);
      expect(existsSync(path.join(platform.dataDir, 'out', file))).toBe(true);
    },
    60_000,
  );

  it.each(['pytorch-source', 'keras-source'])(
    'writes the retrained winner as %s, checked where Python has the library',
    async (format) => {
      const { code, json } = await run(id, '--format', format);
      const same = expect.stringMatching(/^(true|unchecked)$/);
      const result = json() as { trial: number; format: string; same: unknown };
      expect([code, { ...result, same: String(result.same) }]).toEqual([
        0,
        expect.objectContaining({ trial: 2, format, same }),
      ]);
      expect(existsSync(path.join(platform.dataDir, 'out', 'network.py'))).toBe(true);
    },
    60_000,
  );

  it('says what is wrong with its arguments', async () => {
    const format = await run(id, '--format', 'onnx');
    expect([format.code, format.stderr]).toEqual([
      2,
      expect.stringContaining('Known: keras-json, keras-source, network-json, pytorch-source, saved-model, tfjs'),
    ]);
    const unknown = await run('00000000-0000-4000-8000-000000000000', '--format', 'tfjs');
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('There is no experiment or trial')]);
  }, 60_000);
});
