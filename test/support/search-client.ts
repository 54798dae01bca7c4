import { setTimeout as delay } from 'node:timers/promises';
import {
  CliExperimentDocument,
  CliExperimentEventsDocument,
  type CliExperimentEventsSubscription,
  type CliTrialFragment,
  CliTrialsDocument,
  createExperiment as create,
  createGraphqlClient,
  type GraphqlClient,
  type GraphqlClientOptions,
} from '@cambium/graphql';
import { subscribeOnce } from '@cambium/graphql/node';

export interface SignedInClient extends GraphqlClient {
  readonly connection: GraphqlClientOptions;
}

/** Signs in with a one-time link, as a browser would. */
export async function signIn(loginUrl: string): Promise<SignedInClient> {
  const response = await fetch(loginUrl, { redirect: 'manual' });
  const cookie = response.headers
    .getSetCookie()
    .map((header) => header.split(';')[0])
    .join('; ');
  const connection = { url: new URL(loginUrl).origin, headers: { cookie } };
  return { ...createGraphqlClient(connection), connection };
}

/** A search on the 8×8 digits: a trial takes a second or two. */
export const digitsSearch = (change: object = {}) => ({
  name: 'digits',
  task: { name: 'image-classification', settings: { dataset: 'digits', epochs: 3, finalEpochs: 3 } },
  space: {
    hp: { lr: { type: 'float', low: 0.001, high: 0.03, log: true } },
    arch: { dialect: 'cnn-chain', maxStages: 1 },
    aug: { dialect: 'randaugment' },
  },
  objectives: [{ metric: 'val_accuracy', direction: 'maximize' }],
  constraints: [{ metric: 'params', max: 100_000 }],
  searcher: { name: 'evolution', options: { population: 4, tournament: 2 } },
  pruner: { name: 'median' },
  budget: { maxTrials: 8, maxParallel: 2 },
  baselines: [],
  seed: 7,
  ...change,
});

export async function createExperiment(
  client: GraphqlClient,
  spec: object,
  options: { readonly start?: boolean } = {},
): Promise<string> {
  const { experiment, errors } = await create(client, spec, options);
  if (experiment == null) throw new Error(`refused: ${JSON.stringify(errors)}`);
  return experiment.id;
}

export async function readExperiment(client: GraphqlClient, id: string) {
  const { experiment } = await client.request(CliExperimentDocument, { id });
  if (experiment == null) throw new Error(`no experiment ${id}`);
  return experiment;
}

export async function readTrials(client: GraphqlClient, id: string): Promise<CliTrialFragment[]> {
  const { experiment } = await client.request(CliTrialsDocument, { id, first: 200, after: null });
  return experiment?.trials.edges.map(({ node }) => node) ?? [];
}

/** Every event of an experiment up to now, in order. */
export async function readEvents(client: SignedInClient, id: string) {
  const { lastSeq } = await readExperiment(client, id);
  const events: CliExperimentEventsSubscription['experimentEvents']['events'] = [];
  const batches = subscribeOnce(client.connection, CliExperimentEventsDocument, { id, afterSeq: 0 });
  for await (const { experimentEvents } of batches) {
    events.push(...experimentEvents.events);
    if (experimentEvents.lastSeq >= lastSeq) break;
  }
  return events;
}

/** Asks until the condition holds; a server that is away for a moment is asked again. */
export async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean, timeoutMs = 240_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      const value = await read();
      if (holds(value)) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    await delay(200);
  }
  throw new Error(`not within ${timeoutMs} ms; last: ${last instanceof Error ? last.stack : JSON.stringify(last)}`);
}

/** The ledger's promise: numbers 0, 1, 2 … once each, and every trial of the search ended. */
export function expectWholeLedger(trials: readonly CliTrialFragment[], maxTrials: number): void {
  const numbers = trials.map(({ number }) => number);
  const search = trials.filter(({ mode, state }) => mode === null && state !== 'infeasible');
  const unfinished = search.filter(({ state }) => state === 'waiting' || state === 'running');
  const expected = numbers.map((_, i) => i);
  if (JSON.stringify(numbers) !== JSON.stringify(expected)) throw new Error(`numbered ${numbers.join(', ')}`);
  if (search.length !== maxTrials) throw new Error(`${search.length} trials of the search, ${maxTrials} wanted`);
  if (unfinished.length > 0) throw new Error(`unfinished: ${unfinished.map(({ number }) => number).join(', ')}`);
}
