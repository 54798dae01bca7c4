// What training knows. This package may not import the engine: the task that trains compares the lists in a test.
export const optimizers = ['sgd', 'momentum', 'nesterov', 'adam', 'adamw', 'rmsprop', 'lamb', 'lion'] as const;
export const schedules = [
  'constant',
  'cosine',
  'cosine-restarts',
  'linear',
  'polynomial',
  'piecewise',
  'step',
  'one-cycle',
] as const;
export const losses = ['cross-entropy', 'focal', 'poly'] as const;
