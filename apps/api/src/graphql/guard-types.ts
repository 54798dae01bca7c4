import type { ActorRole } from '../context/actor.js';
import type { Resolvers } from '../generated/resolver-types.js';
import { owning, reading, running } from './guard-roles.js';

type ObjectType = Exclude<keyof Resolvers, 'Query' | 'Mutation' | 'Subscription' | 'DateTime' | 'JSON'>;

/**
 * Who may read the fields of an object, however it was reached. Whose objects they are the root field decides: below it
 * no field takes an id, so all that is reached belongs to what the root has chosen for its caller.
 */
export const typeGuards: Readonly<Record<ObjectType, readonly ActorRole[]>> = {
  Architecture: reading,
  ArchitectureDiff: reading,
  ArchitectureNode: reading,
  Artifact: reading,
  Attempt: reading,
  Augmentation: reading,
  AugmentationExample: reading,
  Catalog: reading,
  CatalogEntry: reading,
  Claim: running,
  Curve: reading,
  CurveSet: reading,
  DatasetEntry: reading,
  Design: reading,
  DialectEntry: reading,
  Experiment: reading,
  ExperimentConnection: reading,
  ExperimentEdge: reading,
  ExperimentEvent: reading,
  ExperimentEventBatch: reading,
  ExperimentOrigin: reading,
  ExperimentPayload: reading,
  ExperimentTemplate: reading,
  ExperimentValidation: reading,
  FrontValues: reading,
  InputIssue: reading,
  Metric: reading,
  NewRunnerToken: owning,
  NodeChange: reading,
  Objective: reading,
  ObjectiveValues: reading,
  OptimizationHistory: reading,
  PageInfo: reading,
  Parameter: reading,
  Promotion: reading,
  RankCorrelation: reading,
  Report: reading,
  Runner: reading,
  RunnerSlot: reading,
  RunnerToken: owning,
  ScaledArchitecture: reading,
  ServerInfo: reading,
  SharedWeights: reading,
  TaskEntry: reading,
  Trial: reading,
  TrialConnection: reading,
  TrialCounts: reading,
  TrialEdge: reading,
  TrialFailure: reading,
  UnfitMethod: reading,
  ValueChange: reading,
  Viewer: reading,
};
