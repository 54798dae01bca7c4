import type { CodegenConfig } from '@graphql-codegen/cli';

const header = { add: { content: '// Generated from packages/graphql by `npm run generate`. Do not edit.' } };

const shared = {
  useTypeImports: true,
  enumType: 'string-literal',
  enumsAsTypes: true,
  emitLegacyCommonJSImports: false,
  importExtension: '.js',
  strictScalars: true,
};

const config: CodegenConfig = {
  schema: 'packages/graphql/schema/*.graphql',
  documents: 'packages/graphql/src/documents/**/*.graphql',
  generates: {
    'packages/graphql/src/generated/schema-text.ts': {
      plugins: [header, 'packages/graphql/codegen/sdl-module.mjs'],
    },
    'packages/graphql/src/generated/documents.ts': {
      plugins: [header, 'typescript-operations', 'typed-document-node'],
      config: {
        ...shared,
        nonOptionalTypename: true,
        skipTypeNameForRoot: true,
        scalars: { ID: 'string', JSON: '@cambium/core#Json', DateTime: 'string' },
      },
    },
    'apps/api/src/generated/resolver-types.ts': {
      plugins: [header, 'typescript', 'typescript-resolvers'],
      config: {
        ...shared,
        contextType: '../context/request-context.js#RequestContext',
        scalars: {
          ID: { input: 'string', output: 'string' },
          JSON: '@cambium/core#Json',
          DateTime: { input: 'string', output: 'number' },
        },
        mappers: {
          Artifact: '@cambium/core#ArtifactLink',
          Attempt: '@cambium/core#Attempt as AttemptModel',
          Architecture: '../modules/trials/design-model.js#ArchitectureModel',
          Augmentation: '../modules/trials/design-model.js#AugmentationModel',
          Design: '../modules/trials/design-model.js#DesignModel',
          Experiment: '@cambium/core#Experiment as ExperimentModel',
          ExperimentConnection: '../modules/experiments/experiment-page.js#ExperimentPage',
          ExperimentEvent: '@cambium/core#ExperimentEvent as ExperimentEventModel',
          Metric: '@cambium/core#MetricDescriptor',
          Parameter: '@cambium/core#Parameter as ParameterModel',
          Report: '@cambium/core#Report as ReportModel',
          // Reading trials is left to the fields that need it.
          SharedWeights: '@cambium/core#Experiment as ExperimentModel',
          Runner: '@cambium/core#RunnerStatus',
          Trial: '@cambium/core#Trial as TrialModel',
          TrialConnection: '../modules/trials/trial-page.js#TrialPage',
        },
      },
    },
  },
};

export default config;
