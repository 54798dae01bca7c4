import { type ArtifactStore, CambiumError } from '@cambium/core';
import { corrupt, hexOf, notFound } from '../digest.js';
import { sha256 } from '../sha256.js';
import { collect } from './collect.js';
import { responseError } from './response-error.js';
import { type RetryOptions, withRetries } from './with-retries.js';

export interface HttpArtifactStoreOptions extends RetryOptions {
  /** Of the API, without the path: `http://127.0.0.1:4000`. */
  readonly url: string;
  /** A runner's token. */
  readonly token: string;
  /** Limit of one try, in milliseconds. */
  readonly timeoutMs?: number;
}

/**
 * Artifacts behind `PUT`, `GET` and `HEAD` of `<url>/artifacts/<64 digits>`. Digests are checked in both directions.
 * Network errors and a busy server are tried again for as long as reports and outcomes are: a server that restarts at a
 * trial's end costs no finished training.
 * @throws CambiumError `retry` when the server could not be reached, `unauthenticated` or `forbidden` for a bad token.
 */
export function createHttpArtifactStore(options: HttpArtifactStoreOptions): ArtifactStore {
  const { url, token, timeoutMs = 120_000 } = options;
  const base = url.replace(/\/+$/, '');
  const send = async (digest: string, request: RequestInit) => {
    const address = `${base}/artifacts/${hexOf(digest)}`;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' };
    try {
      return await fetch(address, { ...request, headers, signal: AbortSignal.timeout(timeoutMs) });
    } catch (cause) {
      throw unreachable(address, cause);
    }
  };
  const retrying = <T>(work: () => Promise<T>) => withRetries(options, work);

  return {
    async put(content) {
      const whole = await collect(content);
      const digest = sha256(whole);
      return retrying(async () => {
        const response = await send(digest, { method: 'PUT', body: whole });
        if (!response.ok) throw await responseError(response, `artifact ${digest} was not stored`);
        await response.body?.cancel();
        return { digest, bytes: whole.byteLength };
      });
    },
    async get(digest) {
      return retrying(async () => {
        const response = await send(digest, { method: 'GET' });
        if (response.status === 404) throw notFound(digest);
        if (!response.ok) throw await responseError(response, `artifact ${digest} was not read`);
        const content = await bodyOf(response);
        const actual = sha256(content);
        if (actual !== digest) throw corrupt(digest, actual);
        return content;
      });
    },
    async has(digest) {
      return retrying(async () => {
        const response = await send(digest, { method: 'HEAD' });
        if (response.status === 404) return false;
        if (!response.ok) throw await responseError(response, `artifact ${digest} was not looked up`);
        return true;
      });
    },
  };
}

/** A connection that breaks off in the middle rejects: it is the network's fault, not the content's. */
async function bodyOf(response: Response): Promise<Uint8Array> {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw unreachable(response.url, cause);
  }
}

function unreachable(address: string, cause: unknown): CambiumError {
  // fetch says "fetch failed" and keeps the reason, with its code, as the cause.
  const reason = typeof cause === 'object' && cause !== null && 'cause' in cause ? cause.cause : cause;
  return new CambiumError('retry', `${new URL(address).origin} did not answer: ${String(reason)}`, { cause });
}
