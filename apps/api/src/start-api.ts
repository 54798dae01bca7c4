import { createServer } from 'node:http';
import { createUpkeep } from '@cambium/experiments';
import { pino } from 'pino';
import { type ApiOptions, type RunningApi, withDefaults } from './api-options.js';
import { createAuthenticate } from './auth/authenticate.js';
import { createLoginLinks } from './auth/login-links.js';
import { createRunnerToken } from './auth/runner-tokens.js';
import type { Actor } from './context/actor.js';
import { createLoaders } from './context/loaders.js';
import { createServices } from './create-services.js';
import { createApollo } from './graphql/create-apollo.js';
import { createSchema } from './graphql/create-schema.js';
import { createWebSocket } from './graphql/create-websocket.js';
import { expectedError } from './graphql/public-error.js';
import { createApp } from './http/create-app.js';
import { listen } from './http/listen.js';
import { createSearchPool } from './search-host/search-pool.js';
import { supervise } from './supervise/supervise.js';

/**
 * Wires everything and starts to listen.
 * @throws CambiumError `give-up` when the port can't be had.
 */
export async function startApi(given: ApiOptions): Promise<RunningApi> {
  const options = withDefaults(given);
  const { host, database, clock, superviseMs, loginLinkMs, sessionMs, ownTokenIdleMs } = options;
  const logger = options.logger ?? pino({ level: 'warn' }, pino.destination(2));
  const pool = createSearchPool({ timeoutMs: options.searchTimeoutMs, logger });
  const services = await createServices({ ...options, searchHost: pool, logger });

  const httpServer = createServer();
  let port = options.port;
  const ownUrl = () => `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`;
  const publicUrl = () => options.publicUrl ?? ownUrl();
  const authenticate = createAuthenticate(database.identity, clock);
  const links = createLoginLinks({ identity: database.identity, clock, publicUrl, linkMs: loginLinkMs, sessionMs });

  const schema = createSchema();
  const shutdown = new AbortController();
  const contextOf =
    ({ live }: { live: boolean }) =>
    (actor: Actor, gone: AbortSignal) => ({
      actor,
      services,
      loaders: createLoaders(database, { cache: !live }),
      signal: AbortSignal.any([gone, shutdown.signal]),
    });
  const webSocket = createWebSocket({
    schema,
    httpServer,
    logger,
    authenticate,
    publicUrl,
    contextOf: contextOf({ live: true }),
  });
  const apollo = createApollo({ schema, httpServer, logger, drain: webSocket.close });
  await apollo.start();
  httpServer.on(
    'request',
    createApp({
      apollo,
      authenticate,
      links,
      sessionMs,
      publicUrl,
      logger,
      contextOf: contextOf({ live: false }),
      checkDatabase: () => database.experiments.runningExperiments(),
      artifacts: options.artifacts,
      reader: database.reader,
      maxBytes: options.maxArtifactBytes,
    }),
  );
  port = await listen(httpServer, { port, host }).catch(async (error: unknown) => {
    await Promise.all([apollo.stop().catch(() => undefined), pool.close()]);
    throw error;
  });
  const upkeep = createUpkeep({
    store: database.experiments,
    ledger: services.ledger,
    clock,
    leaseMs: options.leaseMs,
    everyMs: superviseMs,
    onFailure: (experimentId, err) => {
      const level = expectedError(err)?.code === 'retry' ? 'warn' : 'error';
      logger[level]({ err, experimentId }, 'the upkeep of an experiment failed; it is tried again');
    },
  });
  const supervision = supervise({ round: upkeep.round, everyMs: superviseMs, logger });

  const close = async () => {
    shutdown.abort();
    await Promise.all([apollo.stop(), supervision.stop()]);
    // What still asks a searcher is refused, and undone.
    await pool.close();
    await upkeep.settled();
  };
  let closing: Promise<void> | undefined;
  return {
    port,
    url: ownUrl(),
    createLoginLink: links.create,
    async createRunnerToken(name) {
      const { workspaceId } = await database.identity.localOwner(clock.now());
      const request = { name, workspaceId, idleMs: ownTokenIdleMs };
      return (await createRunnerToken({ identity: database.identity, clock }, request)).token;
    },
    close() {
      closing ??= close();
      return closing;
    },
  };
}
