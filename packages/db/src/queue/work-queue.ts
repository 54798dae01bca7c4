import type { QueueTicket, TakeOptions, Trial } from '@cambium/core';
import { type Db, type JobWithMetadata, PgBoss } from 'pg-boss';
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction, onAnyConnection } from './transaction-connection.js';

const queueName = 'trials';
const tenYearsInSeconds = 10 * 365 * 24 * 3600;

type TicketData = Omit<QueueTicket, 'ticketId'>;

/**
 * The dispatch queue, pg-boss inside the same database: a trial and its ticket are stored, or not stored, together.
 * A ticket says that a trial may be waiting; leases are the ledger's (infra/adr/0001-leases-in-the-ledger.md).
 */
export interface WorkQueue {
  /** Creates or updates the queue's tables. Every other call does it too when it is the first. */
  prepare(): Promise<void>;
  /** Within the caller's transaction. */
  enqueue(manager: EntityManager, trial: Trial, priority: number): Promise<void>;
  /** Within the caller's transaction. Taking off what is not there is fine. */
  dequeue(manager: EntityManager, ticketId: string): Promise<void>;
  take(count: number, options: TakeOptions): Promise<readonly QueueTicket[]>;
  close(): Promise<void>;
}

export function createWorkQueue(dataSource: DataSource, url: string, log: (line: string) => void): WorkQueue {
  let started: Promise<PgBoss> | undefined;
  const queue = () => {
    started ??= startQueue(url, log).catch((error: unknown) => {
      // The next call tries again: the server may have been away for a moment.
      started = undefined;
      throw error;
    });
    return started;
  };
  return {
    async prepare() {
      await queue();
    },
    async enqueue(manager, trial, priority) {
      const data: TicketData = { experimentId: trial.experimentId, trialId: trial.id };
      await (await queue()).send(queueName, data, { priority, db: inTransaction(manager) });
    },
    async dequeue(manager, ticketId) {
      await (await queue()).deleteJob(queueName, ticketId, { db: inTransaction(manager) });
    },
    async take(count, { hideMs, experimentId }) {
      const boss = await queue();
      if (experimentId === undefined) {
        return dataSource.transaction((manager) => takeTickets(boss, manager, { count, hideMs }));
      }
      // A runner looks before it waits, mostly in vain: that needs no lock.
      if ((await ownTickets(boss, onAnyConnection(dataSource), experimentId)).length === 0) return [];
      return dataSource.transaction((manager) => takeOwnTickets(boss, manager, { count, hideMs, experimentId }));
    },
    async close() {
      const boss = await started?.catch(() => undefined);
      await boss?.stop({ graceful: false });
    },
  };
}

/**
 * Fetches, then puts back with a start time in the future, in one transaction: exact to the millisecond and with no
 * supervisor to notice an expiry. The row locks keep other takers off until the commit.
 */
async function takeTickets(
  boss: PgBoss,
  manager: EntityManager,
  { count, hideMs }: { count: number; hideMs: number },
): Promise<readonly QueueTicket[]> {
  const db = inTransaction(manager);
  const jobs = await boss.fetch<TicketData>(queueName, { batchSize: count, includeMetadata: true, db });
  if (jobs.length === 0) return [];
  const attempts = jobs.map(({ id, retryCount }) => ({ id, retryCount }));
  await boss.fail(queueName, attempts, null, { db });
  for (const { id } of jobs) await boss.update(queueName, undefined, { id, startAfter: hideMs / 1000, db });
  return [...jobs].sort(byTurn).map(({ id, data }) => ({ ticketId: id, ...data }));
}

/** As many trials of one experiment may wait (`maxParallel`). */
const mostOfOne = 10_000;

/**
 * pg-boss fetches from the whole queue only: the experiment's tickets are looked up instead and put off in the same way.
 * The lock keeps off other takers of the same experiment; one who fetches may get a ticket too, and the ledger's row
 * decides.
 */
async function takeOwnTickets(
  boss: PgBoss,
  manager: EntityManager,
  { count, hideMs, experimentId }: { count: number; hideMs: number; experimentId: string },
): Promise<readonly QueueTicket[]> {
  const db = inTransaction(manager);
  // A materialized part is done before what reads it: the time is that after the wait.
  const [{ now }]: readonly [{ now: Date }] = await manager.query(
    `with locked as materialized (select pg_advisory_xact_lock(hashtext($1)))
     select clock_timestamp() as now from locked`,
    [`cambium tickets ${experimentId}`],
  );
  const found = await ownTickets(boss, db, experimentId);
  const taken = found
    .filter(({ startAfter }) => startAfter <= now)
    .sort(byTurn)
    .slice(0, count);
  for (const { id } of taken) await boss.update(queueName, undefined, { id, startAfter: hideMs / 1000, db });
  return taken.map(({ id, data }) => ({ ticketId: id, ...data }));
}

/** Those put off included. */
function ownTickets(boss: PgBoss, db: Db, experimentId: string): Promise<JobWithMetadata<TicketData>[]> {
  return boss.findJobs<TicketData>(queueName, { data: { experimentId }, queued: true, limit: mostOfOne, db });
}

function byTurn(a: JobWithMetadata<TicketData>, b: JobWithMetadata<TicketData>): number {
  return b.priority - a.priority || a.createdOn.getTime() - b.createdOn.getTime();
}

/**
 * Its own pool of two: the queue's definition and maintenance; all else runs on the ledger's connections. Nothing waits
 * for maintenance (no job is ever left active, expired or complete), so its default of one pass a minute stays.
 */
async function startQueue(url: string, log: (line: string) => void): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    schema: 'cambium_queue',
    application_name: 'cambium-queue',
    max: 2,
    schedule: false,
    registerInstance: false,
  });
  boss.on('error', (error) => log(`queue: ${error.message}`));
  boss.on('warning', (warning) => log(`queue: ${warning.message}`));
  await boss.start();
  // A taken ticket counts as a retry, and a ticket may wait as long as its experiment is paused.
  await boss.createQueue(queueName, { retryLimit: 1_000_000_000, retryDelay: 0, retentionSeconds: tenYearsInSeconds });
  return boss;
}
