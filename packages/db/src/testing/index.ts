export * from './schema-tools.js';
export * from './with-test-database.js';
