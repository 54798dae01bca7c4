export * from './task-evaluator.js';
export * from './task-evaluators.js';
