export * from './client/create-experiment.js';
export * from './client/graphql-client.js';
export * from './client/remote-trial-source.js';
export * from './client/retry.js';
export * from './generated/documents.js';
export { schemaText } from './generated/schema-text.js';
export * from './public-codes.js';
