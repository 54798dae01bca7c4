import { schemaText } from '@cambium/graphql';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import type { Resolvers } from '../generated/resolver-types.js';
import * as auth from '../modules/auth/index.js';
import * as catalog from '../modules/catalog/index.js';
import * as experiments from '../modules/experiments/index.js';
import * as runners from '../modules/runners/index.js';
import * as trials from '../modules/trials/index.js';
import { guardMap } from './guard-map.js';
import { guardSchema } from './guard-schema.js';
import { dateTimeScalar, jsonScalar } from './scalars.js';

const resolvers: Resolvers = {
  DateTime: dateTimeScalar,
  JSON: jsonScalar,
  Query: {
    catalog: catalog.catalogQuery,
    experiment: experiments.experimentQuery,
    experiments: experiments.experimentsQuery,
    runnerTokens: auth.runnerTokensQuery,
    runners: runners.runnersQuery,
    server: auth.serverQuery,
    trial: trials.trialQuery,
    trialByNumber: trials.trialByNumberQuery,
    validateExperiment: experiments.validateExperimentQuery,
    viewer: auth.viewerQuery,
  },
  Mutation: {
    claimTrials: runners.claimTrialsMutation,
    cloneExperiment: experiments.cloneExperimentMutation,
    createExperiment: experiments.createExperimentMutation,
    createRunnerToken: auth.createRunnerTokenMutation,
    demoteTrial: trials.demoteTrialMutation,
    extendExperiment: experiments.extendExperimentMutation,
    finishTrial: runners.finishTrialMutation,
    heartbeatTrials: runners.heartbeatTrialsMutation,
    pauseExperiment: experiments.pauseExperimentMutation,
    promoteTrial: trials.promoteTrialMutation,
    reportTrials: runners.reportTrialsMutation,
    resumeExperiment: experiments.resumeExperimentMutation,
    retrainTrial: trials.retrainTrialMutation,
    revokeRunnerToken: auth.revokeRunnerTokenMutation,
    signOut: auth.signOutMutation,
    startExperiment: experiments.startExperimentMutation,
    stopExperiment: experiments.stopExperimentMutation,
  },
  Subscription: {
    experimentChanged: experiments.experimentChangedSubscription,
    experimentEvents: experiments.experimentEventsSubscription,
    runnersChanged: runners.runnersChangedSubscription,
  },
  Architecture: trials.architectureType,
  Artifact: trials.artifactType,
  Augmentation: trials.augmentationType,
  Design: trials.designType,
  Experiment: experiments.experimentType,
  ExperimentConnection: experiments.experimentConnectionType,
  Metric: catalog.metricType,
  Parameter: experiments.parameterType,
  Runner: runners.runnerType,
  SharedWeights: experiments.sharedWeightsType,
  Trial: trials.trialType,
  TrialConnection: trials.trialConnectionType,
};

/** The schema with its resolvers, every field guarded. */
export function createSchema(): GraphQLSchema {
  return guardSchema(makeExecutableSchema({ typeDefs: schemaText, resolvers }), guardMap);
}
