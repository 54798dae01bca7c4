import type { Platform } from '../../support/platform.js';
import { until } from '../../support/search-client.js';

/** Resolves when the process has been started again. */
export async function kill(platform: Platform, name: string): Promise<void> {
  const pid = platform.pids()[name] as number;
  process.kill(pid, 'SIGKILL');
  await until(
    async () => platform.pids()[name],
    (now) => now !== pid,
    30_000,
  );
}
