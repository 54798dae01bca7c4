export { explainFileError } from './embedded/file-errors.js';
export * from './embedded/start-embedded-postgres.js';
export * from './open-database.js';
