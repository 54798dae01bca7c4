/** What drives searchers without Jest: for benchmarks. */
export * from './search/search-driver.js';
export * from './search/simulate-search.js';
