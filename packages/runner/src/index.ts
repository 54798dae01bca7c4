export { exitFailure, type ProcessExit } from './exit-failure.js';
export { type Runner, type RunnerOptions, startRunner } from './runner.js';
export { type ProbedBackend, planSlots, type Slot, type SlotRequest } from './slots.js';
