export { backends } from './backends/backend-registry.js';
export type { BackendAvailability, BackendDefinition, EngineBackend } from './backends/engine-backend.js';
export { openBackend } from './backends/open-backend.js';
export { type BackendProbe, probeBackends } from './backends/probe-backends.js';
export type { ClassifierData, LabelledImages } from './batches/labelled-images.js';
export type { Normalization } from './batches/normalization.js';
export { type AugmentBenchmark, runAugmentBenchmark } from './bench/augment-throughput.js';
export { type LatencyBenchmark, runLatencyBenchmark } from './bench/latency-benchmark.js';
export { runTrainBenchmark, type TrainBenchmark, type TrainThroughput } from './bench/train-throughput.js';
export type { ExportFiles, ExportFormat } from './export/export-format.js';
export { exportModel } from './export/export-model.js';
export { exportFormats } from './export/export-registry.js';
export { type ExportCheck, verifyExport } from './export/verify-export.js';
export { createLatencyEntries, type LatencyEntries, openLatencyEntries } from './latency/latency-entries.js';
export {
  type BlockLatencies,
  createLatencyTable,
  type LatencyPrediction,
  type LatencyTable,
  type TimedBlock,
} from './latency/latency-table.js';
export {
  type Latency,
  type LatencyOptions,
  measurePeakMemory,
  measureSteadyLatency,
  withUntrained,
} from './latency/measure-latency.js';
export { type Evaluation, evaluateClassifier } from './models/evaluate-classifier.js';
export type { Network } from './models/forward.js';
export { judgePolicy, type PolicyToJudge } from './models/judge-policy.js';
export { loadNetwork, type ModelFiles, saveNetwork } from './models/model-files.js';
export { predict } from './models/predict.js';
export { measureProxies, type ProxyOptions } from './proxies/measure-proxies.js';
export { proxies } from './proxies/proxy-registry.js';
export type {
  PolicyEpoch,
  PolicyLearning,
  PolicySearchOptions,
  PolicySearchResult,
} from './relaxed-policy/policy-search-options.js';
export { trainPolicy } from './relaxed-policy/train-policy.js';
export type { Choice, Path } from './supernet/choices.js';
export { openPathEvaluator, type PathEvaluator, type SharedWeights } from './supernet/evaluate-paths.js';
export { type CostTerm, expectedCost } from './supernet/expected-cost.js';
export type { PathPolicy } from './supernet/path-policy.js';
export { fairPaths, uniformPaths } from './supernet/path-samplers.js';
export { type BinaryGateOptions, binaryGates } from './supernet/strategies/binary-gates.js';
export { type ControllerOptions, controller } from './supernet/strategies/controller.js';
export { type DifferentiableOptions, differentiable } from './supernet/strategies/differentiable.js';
export { type GumbelOptions, gumbel } from './supernet/strategies/gumbel.js';
export { singlePath } from './supernet/strategies/single-path.js';
export type { SearchParts, SupernetStrategy } from './supernet/strategies/strategy.js';
export type { SupernetEpoch, SupernetOptions, SupernetProcedure, SupernetResult } from './supernet/supernet-options.js';
export { trainSupernet } from './supernet/train-supernet.js';
export type { TensorFlow } from './tensorflow.js';
export { losses } from './training/losses/loss-registry.js';
export { optimizers } from './training/optimizers/optimizer-registry.js';
export { ruleNames } from './training/optimizers/update-rule/rule-names.js';
export { schedules } from './training/schedule.js';
export { trainClassifier } from './training/train-classifier.js';
export type { EpochAccess, TrainedClassifier, TrainingOptions, TrainingResult } from './training/training-options.js';
