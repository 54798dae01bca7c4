export type { LedgerTimes, Sleep } from './dependencies.js';
export type { ReplayMismatch } from './history/replay-history.js';
export { replayedPolicy } from './history/scheduled-policy.js';
export { createInProcessSearchHost } from './host/in-process-search-host.js';
export type { CloneChange } from './lifecycle/clone-experiment.js';
export type { NewExperiment } from './lifecycle/create-experiment.js';
export { createMemoryStore } from './memory-store/memory-store.js';
export type { Registries } from './registries.js';
export { compareValues } from './scoring/compare-values.js';
export {
  type Importances,
  importancesOf,
  type NamedImportance,
} from './scoring/importances.js';
export { rewardFormula, rewardMetrics, rewardOf } from './scoring/reward.js';
export {
  createExperimentService,
  type ExperimentLifecycle,
  type ExperimentService,
  type LedgerUpkeep,
  type ServiceOptions,
  trialSource,
} from './service.js';
export { type CheckedSpec, checkSpec, type OpenSpec } from './spec/check-spec.js';
export { type PreparedSpec, prepareSpec } from './spec/prepare-spec.js';
export type { SpecSurvey } from './spec/survey-spec.js';
export type { UnfitMethod } from './spec/unfit-methods.js';
export { createUpkeep, type Upkeep } from './upkeep/upkeep.js';
