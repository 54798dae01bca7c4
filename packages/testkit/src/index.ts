export * from './describe-block.js';
export * from './describe-dialect.js';
export * from './describe-experiment-store.js';
export * from './describe-op.js';
export * from './describe-task.js';
export * from './describe-dataset.js';
export * from './describe-backend.js';
