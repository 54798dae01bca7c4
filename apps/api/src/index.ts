export type { ApiOptions, RunningApi } from './api-options.js';
export type { ApiDatabase } from './context/services.js';
export { startApi } from './start-api.js';
