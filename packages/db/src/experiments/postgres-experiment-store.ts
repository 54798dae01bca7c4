import { CambiumError, type ExperimentStore } from '@cambium/core';
import type { DataSource, EntityManager } from 'typeorm';
import { errorCode } from '../connection/connection-errors.js';
import { AttemptEntity } from '../entities/attempt.entity.js';
import { isUuid } from '../entities/columns.js';
import { ExperimentEntity, experimentFromRow, experimentToRow } from '../entities/experiment.entity.js';
import type { WorkQueue } from '../queue/work-queue.js';
import { openTransaction } from './experiment-transaction.js';
import { artifactsOf, attemptsOf, eventsAfter, frontOf, reportsOf, trialsOf } from './ledger-reads.js';
import { LimitedEntry } from './limited-entry.js';
import { Turnstile } from './turnstile.js';

/** SQLSTATE. */
const uniqueViolation = '23505';

/**
 * Core's ledger on PostgreSQL. Any number of processes may use one database.
 *
 * @param poolSize of the data source. Transactions leave one connection free, so that what runs inside one may read
 * outside of it.
 */
export function createPostgresExperimentStore(
  dataSource: DataSource,
  queue: WorkQueue,
  poolSize: number,
): ExperimentStore {
  const { manager } = dataSource;
  const turnstile = new Turnstile();
  const entry = new LimitedEntry(Math.max(1, poolSize - 1));
  const inTurn = <T>(experimentId: string, work: (locking: EntityManager) => Promise<T>) =>
    turnstile.pass(experimentId, () => entry.pass(() => dataSource.transaction(work)));
  return {
    insert: (experiment, work = async () => {}) =>
      inTurn(experiment.id, async (locking) => {
        // Nobody else sees the row before the commit: there is nothing to lock.
        await locking.insert(ExperimentEntity, experimentToRow(experiment)).catch((cause: unknown) => {
          if (errorCode(cause) !== uniqueViolation) throw cause;
          throw new CambiumError('conflict', `There is an experiment ${experiment.id} already.`, { cause });
        });
        const { tx, finish } = openTransaction(locking, queue, experiment);
        await work(tx);
        await finish();
      }),
    async find(id) {
      const row = isUuid(id) ? await manager.findOneBy(ExperimentEntity, { id }) : null;
      return row === null ? undefined : experimentFromRow(row);
    },
    transaction: (experimentId, work) =>
      inTurn(experimentId, async (locking) => {
        const row = await locking.findOne(ExperimentEntity, {
          where: { id: experimentId },
          lock: { mode: 'pessimistic_write' },
        });
        if (row === null) throw new CambiumError('not-found', `There is no experiment ${experimentId}.`);
        const { tx, finish } = openTransaction(locking, queue, experimentFromRow(row));
        const result = await work(tx);
        await finish();
        return result;
      }),
    trials: (experimentId) => trialsOf(manager, experimentId),
    front: (experimentId) => frontOf(manager, experimentId),
    attempts: (trialId) => attemptsOf(manager, trialId),
    reports: (trialId) => reportsOf(manager, trialId),
    artifacts: (trialId) => artifactsOf(manager, trialId),
    events: (experimentId, afterSeq, limit) => eventsAfter(manager, { experimentId, afterSeq, limit }),
    takeTickets: (count, options) => queue.take(count, options),
    async overdueExperiments(before) {
      const rows = await manager
        .createQueryBuilder(AttemptEntity, 'a')
        .select('distinct a.experiment_id', 'id')
        .where(`a.state = 'running' and a.lease_expires_at < :before`, { before })
        .getRawMany<{ id: string }>();
      return rows.map(({ id }) => id);
    },
    async runningExperiments() {
      const rows = await manager.find(ExperimentEntity, { select: { id: true }, where: { state: 'running' } });
      return rows.map(({ id }) => id);
    },
  };
}
