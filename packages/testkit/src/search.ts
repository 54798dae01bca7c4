/** What drives searchers without Jest: for benchmarks. */
export * from './search/finished-trial.js';
export * from './search/search-driver.js';
export { runSearch, type SearchRun } from './search/search-run.js';
export * from './search/simulate-search.js';
