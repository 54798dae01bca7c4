import { afterAll, beforeAll } from '@jest/globals';
import { type Platform, startPlatform } from './platform.js';

/** A whole Cambium for the tests of a `describe`: it starts before the first of them and stops after the last. */
export function usePlatform(): () => Platform {
  let platform: Platform | undefined;
  beforeAll(async () => {
    platform = await startPlatform();
  }, 120_000);
  afterAll(() => platform?.stop(), 30_000);
  return () => {
    if (platform === undefined) throw new Error('the platform starts before the tests, not before that');
    return platform;
  };
}
