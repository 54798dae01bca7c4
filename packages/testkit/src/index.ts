export * from './describe-block.js';
export * from './describe-experiment-store.js';
