import { type ArtifactStore, CambiumError, type ExperimentReader } from '@cambium/core';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Authenticate } from '../auth/authenticate.js';
import type { Actor } from '../context/actor.js';
import { limitBytes, tooLarge } from './limit-bytes.js';

export interface ArtifactRoutesOptions {
  readonly artifacts: ArtifactStore;
  readonly reader: Pick<ExperimentReader, 'ownsArtifact'>;
  readonly authenticate: Authenticate;
  readonly maxBytes: number;
}

const digestPattern = /^(?:sha256:)?([0-9a-f]{64})$/;

/**
 * `PUT /artifacts/<sha256>`: runners only. `GET` and `HEAD`: people and runners whose workspace has a trial that links to
 * it. The content is checked against the digest on its way in and out.
 */
export function artifactRoutes(options: ArtifactRoutesOptions): Router {
  const router = Router();
  router.route('/:digest').put(putArtifact(options)).get(getArtifact(options)).head(headArtifact(options));
  return router;
}

function putArtifact({ artifacts, authenticate, maxBytes }: ArtifactRoutesOptions): RequestHandler {
  return async (request, response) => {
    const actor = await authenticate(request.headers);
    if (actor.kind !== 'runner') throw refusal(actor, 'only a runner, with its token, may store artifacts');
    const digest = digestOf(request);
    try {
      if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
      const stored = await artifacts.put(limitBytes(request.iterator({ destroyOnReturn: false }), maxBytes));
      if (stored.digest !== digest) {
        throw new CambiumError('fix-input', `the content's digest is ${stored.digest}, not ${digest}: send it again`);
      }
      response.status(201).json(stored);
    } catch (error) {
      // A client hears the answer only when it has sent its body: the rest is read and thrown away.
      request.resume();
      throw error;
    }
  };
}

function getArtifact(options: ArtifactRoutesOptions): RequestHandler {
  return async (request, response) => {
    const digest = await readableDigest(request, options);
    const bytes = await options.artifacts.get(digest);
    describe(response, digest);
    response.set('content-length', String(bytes.byteLength)).end(bytes);
  };
}

function headArtifact(options: ArtifactRoutesOptions): RequestHandler {
  return async (request, response) => {
    const digest = await readableDigest(request, options);
    if (!(await options.artifacts.has(digest))) throw notThere(digest);
    describe(response, digest);
    response.end();
  };
}

/** A digest that the caller may read. Whoever may not learns no more than that it is not there for them. */
async function readableDigest(request: Request, { authenticate, reader }: ArtifactRoutesOptions): Promise<string> {
  const actor = await authenticate(request.headers);
  if (actor.kind === 'anonymous') throw refusal(actor, '');
  const digest = digestOf(request);
  const { workspaceId } = actor.kind === 'runner' ? actor : actor.user;
  if (!(await reader.ownsArtifact(workspaceId, digest))) throw notThere(digest);
  return digest;
}

function digestOf({ params }: Request): string {
  const hex = digestPattern.exec(String(params['digest']))?.[1];
  if (hex === undefined) throw new CambiumError('fix-input', 'the digest must be 64 lower-case hexadecimal digits');
  return `sha256:${hex}`;
}

function refusal(actor: Actor, message: string): CambiumError {
  return actor.kind === 'anonymous'
    ? new CambiumError('unauthenticated', 'sign in first, or send a runner token')
    : new CambiumError('forbidden', message);
}

const notThere = (digest: string) => new CambiumError('not-found', `there is no artifact ${digest}`);

/** Content of trials is data to download, never a page of this origin. */
function describe(response: Response, digest: string): void {
  response.set({
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment',
    'cache-control': 'private, max-age=31536000, immutable',
    'content-security-policy': "sandbox; default-src 'none'",
    etag: `"${digest}"`,
  });
}
