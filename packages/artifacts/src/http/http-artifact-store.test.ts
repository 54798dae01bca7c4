import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CambiumError } from '@cambium/core';
import { describeArtifactStore } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { createFsArtifactStore } from '../fs/fs-artifact-store.js';
import { createHttpArtifactStore } from './http-artifact-store.js';

async function serve(listener: RequestListener, listenPort = 0) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(listenPort, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, close };
}

function answer(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { message } }));
}

/** A server over a folder that hands files out unchecked: the client must notice what is damaged. */
async function serveFolder(folder: string) {
  const store = createFsArtifactStore(folder);
  return serve(async (request, response) => {
    const hex = request.url?.slice('/artifacts/'.length) ?? '';
    if (request.headers.authorization !== 'Bearer secret') return answer(response, 401, 'send a runner token');
    if (request.method === 'PUT') {
      const { digest } = await store.put(request);
      return digest === `sha256:${hex}` ? response.writeHead(201).end() : answer(response, 400, 'another digest');
    }
    const content = await readFile(path.join(folder, hex.slice(0, 2), hex)).catch(() => null);
    if (content === null) return answer(response, 404, 'not there');
    return response.writeHead(200).end(request.method === 'HEAD' ? undefined : content);
  });
}

describeArtifactStore('over HTTP', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'artifacts-'));
  const server = await serveFolder(folder);
  return {
    store: createHttpArtifactStore({ url: `${server.url}/`, token: 'secret', pauseMs: 1 }),
    async fileCount() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).length;
    },
    async corrupt(digest) {
      const hex = digest.slice('sha256:'.length);
      await writeFile(path.join(folder, hex.slice(0, 2), hex), 'abd');
    },
    async close() {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
});

describe('artifacts over HTTP', () => {
  const digest = `sha256:${'0'.repeat(64)}`;

  it('are tried again while the server is busy or the connection breaks', async () => {
    let calls = 0;
    const server = await serve((request, response) => {
      calls += 1;
      if (calls === 1) request.socket.destroy();
      else if (calls === 2) answer(response, 503, 'starting');
      else response.writeHead(200).end();
    });
    const store = createHttpArtifactStore({ url: server.url, token: 'secret', pauseMs: 1 });
    expect(await store.has(digest)).toBe(true);
    expect(calls).toBe(3);
    await server.close();
  });

  it('are kept until a server that is away is back', async () => {
    const first = await serve(() => {});
    await first.close();
    const store = createHttpArtifactStore({ url: first.url, token: 'secret', pauseMs: 10, maxPauseMs: 20 });
    const storing = store.put(new TextEncoder().encode('abc'));
    await delay(300);
    const second = await serve((_request, response) => response.writeHead(201).end(), Number(new URL(first.url).port));
    expect(await storing).toMatchObject({ bytes: 3 });
    await second.close();
  });

  it('give up after the time that they are given, and say who did not answer', async () => {
    const server = await serve((request) => request.socket.destroy());
    const store = createHttpArtifactStore({ url: server.url, token: 'secret', forMs: 50, pauseMs: 1 });
    const failing = store.put(new Uint8Array(1));
    await expect(failing).rejects.toMatchObject({ name: CambiumError.name, code: 'retry' });
    await expect(failing).rejects.toThrow(`${server.url} did not answer`);
    await server.close();
  });

  it.each([
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [400, 'fix-input'],
    [413, 'fix-input'],
    [418, 'give-up'],
    [422, 'fix-input'],
  ])('are not tried again after %i', async (status, code) => {
    let calls = 0;
    const server = await serve((_request, response) => {
      calls += 1;
      answer(response, status, 'no, because');
    });
    const store = createHttpArtifactStore({ url: server.url, token: 'wrong', pauseMs: 1 });
    const refused = store.put(new Uint8Array(1));
    await expect(refused).rejects.toMatchObject({ code });
    await expect(refused).rejects.toThrow(`the server answered ${status}, no, because`);
    expect(calls).toBe(1);
    await server.close();
  });
});
