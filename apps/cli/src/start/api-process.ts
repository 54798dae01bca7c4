import { fileURLToPath } from 'node:url';
import type { FromApi, ToApi } from '../api-messages.js';
import { type SupervisedProcess, superviseProcess } from './supervised-process.js';

export interface ApiProcess extends SupervisedProcess {
  /** A new login link or runner token. An API that dies over the question is asked again. */
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
  const waiting = new Map<ToApi['kind'], ((value: string) => void)[]>();
  const supervised = superviseProcess({
    name: 'api',
    file: cambiumFile,
    args: ['api', ...options.args],
    env: options.env,
    onLine: options.onLine,
    onMessage(received) {
      const message = received as FromApi;
      if (message.kind === 'ready') {
        for (const kind of waiting.keys()) supervised.send({ kind } satisfies ToApi);
        return;
      }
      const value = message.kind === 'login-link' ? message.url : message.token;
      for (const resolve of waiting.get(message.kind) ?? []) resolve(value);
      waiting.delete(message.kind);
    },
  });
  return Object.assign(supervised, {
    ask(kind: ToApi['kind']) {
      const answered = new Promise<string>((resolve) => waiting.set(kind, [...(waiting.get(kind) ?? []), resolve]));
      supervised.send({ kind } satisfies ToApi);
      return answered;
    },
  });
}
