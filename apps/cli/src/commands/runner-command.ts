import { randomUUID } from 'node:crypto';
import os from 'node:os';
import { createHttpArtifactStore } from '@cambium/artifacts';
import { createRemoteTrialSource } from '@cambium/graphql';
import { startRunner } from '@cambium/runner';
import { CommandError } from '../command-error.js';
import type { Environment } from '../env.js';
import { localSlots } from '../local-slots.js';

export interface RunnerCommandOptions {
  readonly url?: string;
  readonly token?: string;
  readonly name?: string;
  readonly slots?: number;
  readonly backend?: string;
}

/** `cambium runner`: executes trials of a server until it gets SIGINT or SIGTERM; running ones are handed back. */
export async function runRunner(environment: Environment, options: RunnerCommandOptions): Promise<void> {
  const url = options.url ?? environment.url;
  const token = options.token ?? environment.token;
  if (url === undefined || token === undefined) {
    throw new CommandError(
      'A runner needs --url and --token (or CAMBIUM_URL and CAMBIUM_TOKEN). Runners page: “Connect a runner”.',
      2,
    );
  }
  const slots = await localSlots(environment, options);
  const log = (line: string) => console.log(line);
  log(`${slots.length} slots: ${slots.map(({ kind, name }) => `${name} (${kind})`).join(', ')}`);
  const runner = startRunner({
    id: randomUUID(),
    name: options.name ?? os.hostname(),
    source: createRemoteTrialSource({ url, token, onRetry: ({ message }) => log(message) }),
    artifacts: createHttpArtifactStore({ url, token }),
    slots,
    environment: { dataDir: environment.dataDir },
    env: environment.all,
    log,
  });
  const stop = () => void runner.stop();
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('disconnect', stop);
  await runner.done;
  // The channel to a parent process would keep this one alive, and so would what a killed trial still wanted to send.
  process.exit();
}
