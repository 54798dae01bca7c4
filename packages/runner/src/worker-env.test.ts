import { describe, expect, it } from '@jest/globals';
import { workerEnv } from './worker-env.js';

describe('workerEnv', () => {
  it('passes everything on but credentials', () => {
    const harmless = { PATH: '/bin', HOME: '/root', CUDA_VISIBLE_DEVICES: '1', PGO: 'x', TF_NUM_INTRAOP_THREADS: '1' };
    const credentials = {
      CAMBIUM_TOKEN: 'cmb_x',
      CAMBIUM_URL: 'http://127.0.0.1',
      cambium_token: 'cmb_x',
      DATABASE_URL: 'postgres://user:secret@host/cambium',
      PGPASSWORD: 'secret',
      PGPASSFILE: '/root/.pgpass',
    };
    expect(workerEnv({ ...harmless, ...credentials })).toEqual(harmless);
  });
});
