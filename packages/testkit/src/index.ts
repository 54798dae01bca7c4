export * from './describe-block.js';
export * from './describe-experiment-store.js';
export * from './describe-op.js';
export * from './describe-task.js';
