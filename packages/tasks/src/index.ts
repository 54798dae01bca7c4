export * from './task-evaluator.js';
export * from './task-evaluators.js';
export { policySearchOptions } from './tasks/image-classification/policy-search-options.js';
export { searchMethodOptions } from './tasks/supernet/search-method-options.js';
