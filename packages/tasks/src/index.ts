export * from './task-evaluator.js';
export * from './task-evaluators.js';
export { searchMethodOptions } from './tasks/supernet/search-method-options.js';
