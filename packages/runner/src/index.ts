export { type CudaDevice, listedCudaDevices, visibleCudaDevices } from './cuda-devices.js';
export { type Runner, type RunnerOptions, startRunner } from './runner.js';
export { type Evaluators, serveTrials } from './serve-trials.js';
export { type ProbedBackend, planSlots, type Slot, type SlotRequest } from './slots.js';
