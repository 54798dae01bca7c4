import type { ExperimentReader } from '@cambium/core';
import { Any, type DataSource } from 'typeorm';
import { ArtifactLinkEntity, artifactFromRow } from '../entities/artifact-link.entity.js';
import { AttemptEntity } from '../entities/attempt.entity.js';
import { isUuid } from '../entities/columns.js';
import { ExperimentEntity, frozenFromRow } from '../entities/experiment.entity.js';
import { TrialEntity } from '../entities/trial.entity.js';
import { trialFromRow } from '../entities/trial-row.js';
import { readCurves, readHistories } from './charts.js';
import { readCosts } from './costs.js';
import { readLineages } from './lineages.js';
import { countExperiments, listExperiments } from './list-experiments.js';
import { countTrials, countTrialsOf, firstTrialPages, listTrials } from './list-trials.js';
import { readNetworkTrials } from './network-trials.js';
import { newestReports } from './newest-reports.js';
import { readNewestRuns } from './newest-runs.js';
import { readFronts, readObjectives } from './objectives.js';
import { readScoredParams } from './scored-params.js';

/** Core's reader on PostgreSQL: a constant number of statements per call, mostly one. */
export function createPostgresExperimentReader({ manager }: DataSource): ExperimentReader {
  return {
    experiments: (query) => listExperiments(manager, query),
    countExperiments: (workspaceId, filter) => countExperiments(manager, workspaceId, filter),
    trials: (query) => listTrials(manager, query),
    countTrials: (experimentId, filter) => countTrials(manager, experimentId, filter),
    trialPages: (query) => firstTrialPages(manager, query),
    countTrialsOf: (experimentIds, filter) => countTrialsOf(manager, experimentIds, filter),
    async trialsByIds(ids) {
      return (await manager.findBy(TrialEntity, { id: Any(ids.filter(isUuid)) })).map(trialFromRow);
    },
    async trialsByNumbers(keys) {
      const rows = await manager
        .createQueryBuilder(TrialEntity, 't')
        .where(
          `(t.experiment_id, t.number) in (select * from unnest(cast(:ids as uuid[]), cast(:numbers as integer[])))`,
          {
            ids: keys.map(({ experimentId }) => experimentId),
            numbers: keys.map(({ number }) => number),
          },
        )
        .getMany();
      return rows.map(trialFromRow);
    },
    lineages: (trialIds, most) => readLineages(manager, trialIds, most),
    async trialsOfMode(experimentIds, mode) {
      const rows = await manager.find(TrialEntity, {
        where: { experimentId: Any([...experimentIds]), mode },
        order: { experimentId: 'ASC', number: 'ASC' },
      });
      return rows.map(trialFromRow);
    },
    newestRuns: (experimentIds, first) => readNewestRuns(manager, experimentIds, first),
    attemptsOf: (trialIds) =>
      manager.find(AttemptEntity, { where: { trialId: Any([...trialIds]) }, order: { trialId: 'ASC', epoch: 'ASC' } }),
    reportsOf: (trialIds, most) => newestReports(manager, trialIds, most),
    async artifactsOf(trialIds) {
      const rows = await manager.find(ArtifactLinkEntity, {
        where: { trialId: Any([...trialIds]) },
        order: { trialId: 'ASC', name: 'ASC' },
      });
      return rows.map((row) => ({ ...artifactFromRow(row), trialId: row.trialId, attemptId: row.attemptId }));
    },
    async ownsArtifact(workspaceId, digest) {
      const [row]: readonly [{ owned: boolean }] = await manager.query(
        `select exists (
           select 1 from artifact_links l join trials t on t.id = l.trial_id join experiments e on e.id = t.experiment_id
           where l.digest = $1 and e.workspace_id = $2) as owned`,
        [digest, workspaceId],
      );
      return row.owned;
    },
    async frozenExperiments(ids) {
      const select = { id: true, workspaceId: true, spec: true, context: true, maxStep: true };
      const rows = await manager.find(ExperimentEntity, { select, where: { id: Any([...ids]) } });
      return rows.map(frozenFromRow);
    },
    fronts: (experimentIds) => readFronts(manager, experimentIds),
    objectives: (experimentIds) => readObjectives(manager, experimentIds),
    scoredParams: (experimentIds, most) => readScoredParams(manager, experimentIds, most),
    networkTrials: (experimentIds) => readNetworkTrials(manager, experimentIds),
    histories: (experimentIds) => readHistories(manager, experimentIds),
    costs: (experimentIds) => readCosts(manager, experimentIds),
    curves: (query) => readCurves(manager, query),
  };
}
