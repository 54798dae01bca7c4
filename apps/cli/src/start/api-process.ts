import { fileURLToPath } from 'node:url';
import type { FromApi, ToApi } from '../api-messages.js';
import { type SupervisedProcess, superviseProcess } from './supervised-process.js';

export interface ApiProcess extends SupervisedProcess {
  /** Resolves when the API listens for the first time. */
  readonly ready: Promise<unknown>;
  ask(kind: ToApi['kind']): Promise<string>;
}

export interface ApiProcessOptions {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly onLine: (line: string) => void;
}

/** The command's own file, for children of the same version. */
export const cambiumFile = fileURLToPath(new URL('../../bin/cambium.js', import.meta.url));

/** The API under supervision, and the way to ask it for links and tokens. */
export function startApiProcess(options: ApiProcessOptions): ApiProcess {
  const waiting = new Map<FromApi['kind'], ((value: string) => void)[]>();
  const answer = (kind: FromApi['kind'], value: string) => {
    for (const resolve of waiting.get(kind) ?? []) resolve(value);
    waiting.delete(kind);
  };
  const wait = (kind: FromApi['kind']) =>
    new Promise<string>((resolve) => waiting.set(kind, [...(waiting.get(kind) ?? []), resolve]));
  const ready = wait('ready');
  const supervised = superviseProcess({
    name: 'api',
    file: cambiumFile,
    args: ['api', ...options.args],
    env: options.env,
    onLine: options.onLine,
    onMessage: (received) => {
      const message = received as FromApi;
      if (message.kind === 'ready') answer('ready', '');
      else answer(message.kind, message.kind === 'login-link' ? message.url : message.token);
    },
  });
  return {
    ...supervised,
    ready,
    ask(kind) {
      const answered = wait(kind);
      supervised.send({ kind } satisfies ToApi);
      return answered;
    },
  };
}
