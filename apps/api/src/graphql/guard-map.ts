import type { ActorRole } from '../context/actor.js';
import type { Mutation, Query, Subscription } from '../generated/resolver-types.js';
import { changing, owning, reading, running } from './guard-roles.js';
import { typeGuards } from './guard-types.js';

type RootField =
  | `Query.${Exclude<keyof Query, '__typename'>}`
  | `Mutation.${Exclude<keyof Mutation, '__typename'>}`
  | `Subscription.${Exclude<keyof Subscription, '__typename'>}`;

/** Who may call which root field. A field that is not here is refused to everyone, and the server does not start. */
const rootGuards: Readonly<Record<RootField, readonly ActorRole[]>> = {
  'Query.catalog': reading,
  'Query.experiment': reading,
  'Query.experiments': reading,
  'Query.runnerTokens': owning,
  'Query.runners': reading,
  'Query.server': reading,
  'Query.trial': reading,
  'Query.trialByNumber': reading,
  'Query.validateExperiment': reading,
  'Query.viewer': reading,
  'Mutation.claimTrials': running,
  'Mutation.cloneExperiment': changing,
  'Mutation.createExperiment': changing,
  'Mutation.createRunnerToken': owning,
  'Mutation.demoteTrial': changing,
  'Mutation.extendExperiment': changing,
  'Mutation.finishTrial': running,
  'Mutation.heartbeatTrials': running,
  'Mutation.pauseExperiment': changing,
  'Mutation.promoteTrial': changing,
  'Mutation.reportTrials': running,
  'Mutation.resumeExperiment': changing,
  'Mutation.retrainTrial': changing,
  'Mutation.revokeRunnerToken': owning,
  'Mutation.signOut': reading,
  'Mutation.startExperiment': changing,
  'Mutation.stopExperiment': changing,
  'Subscription.experimentChanged': reading,
  'Subscription.experimentEvents': reading,
  'Subscription.runnersChanged': reading,
};

export const guardMap = { ...rootGuards, ...typeGuards };
