import { isEnded, ownParams, promotionRefusal } from '@cambium/core';
import type { TrialResolvers } from '../../generated/resolver-types.js';
import { trialArchitectureDiff } from './trial-architecture-diff.js';
import { trialDesign } from './trial-design.js';
import { trialEndStep } from './trial-end-step.js';
import { trialLineage } from './trial-lineage.js';
import { trialLog } from './trial-log.js';
import { trialReports } from './trial-reports.js';
import { trialRetrainingRefusal } from './trial-retraining-refusal.js';

/** Fields that are not plain properties of core's Trial. */
export const trialType: TrialResolvers = {
  params: (trial) => ({ ...ownParams(trial) }),
  values: (trial) => (isEnded(trial) && trial.values !== null ? [...trial.values] : null),
  metrics: (trial) => ({ ...trial.staticMetrics, ...(trial.state === 'waiting' ? {} : trial.metrics) }),
  onFront: async ({ experimentId, number }, _args, { loaders }) =>
    (await loaders.front.load(experimentId)).some((member) => member.number === number),
  violation: (trial) => (isEnded(trial) ? trial.violation : null),
  lastStep: (trial) => (trial.state === 'waiting' ? 0 : trial.lastStep),
  endStep: trialEndStep,
  resumeStep: ({ resumeFrom }) => resumeFrom?.step ?? null,
  failure: (trial) => (isEnded(trial) ? trial.failure : null),
  startedAt: (trial) => (trial.state === 'waiting' ? null : trial.startedAt),
  finishedAt: (trial) => (isEnded(trial) ? trial.finishedAt : null),
  durationMs: (trial) => (isEnded(trial) && trial.startedAt !== null ? trial.finishedAt - trial.startedAt : null),
  attempts: async ({ id }, _args, { loaders }) => [...(await loaders.attempts.load(id))],
  reports: trialReports,
  artifacts: async ({ id }, _args, { loaders }) => [...(await loaders.artifacts.load(id))],
  design: trialDesign,
  architectureDiff: trialArchitectureDiff,
  retrainingRefusal: trialRetrainingRefusal,
  promotionRefusal: (trial) => promotionRefusal(trial),
  builtOn: ({ builtOn }) => [...builtOn],
  lineage: trialLineage,
  log: trialLog,
};
