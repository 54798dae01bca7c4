/** What the tasks function and table evaluate, for programs that need neither claims nor runners. */
export { functions } from './tasks/function/functions/registry.js';
export { namedMeasurement } from './tasks/function/metrics.js';
export { type Benchmark, openBenchmark } from './tasks/function/open-benchmark.js';
export { functionSettings } from './tasks/function/settings.js';
export type { Table } from './tasks/table/create-table.js';
export { openTable } from './tasks/table/open-table.js';
export { tableSettings } from './tasks/table/settings.js';
export { TableProblem } from './tasks/table/table-problem.js';
