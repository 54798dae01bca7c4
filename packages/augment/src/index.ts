export { deriveMixture, mixtureEntropy, mixtureRates } from './mixture/derive-mixture.js';
export { type MixedBatch, mixBatch } from './mixture/mix-batch.js';
export { type MixedBatchSlopes, mixtureGradient } from './mixture/mixture-gradient.js';
export { clampMixture, type MixturePoint, startMixture } from './mixture/mixture-layout.js';
export type { ImageView, OpRange, OpRanges, OpSpec } from './op-spec.js';
export {
  type AugmentedBatch,
  applyPolicies,
  applyPolicy,
  type ImageBatch,
  type LabelMix,
} from './policy/apply-policy.js';
export { augmentsNothing } from './policy/augments-nothing.js';
export { checkPolicy } from './policy/check-policy.js';
export { expectedSteps } from './policy/expected-steps.js';
export type { ExpectedStep } from './policy/policy-kind.js';
export { type PolicyPhase, policyPhases } from './policy/policy-phases.js';
export { policySentence } from './policy/policy-sentence.js';
export { ops } from './registry.js';
export {
  choiceEntropy,
  deriveSubPolicies,
  type LearntSubPolicy,
  learntSubPolicies,
} from './relaxed/derive-sub-policies.js';
export { opCombinations } from './relaxed/op-combinations.js';
export { guessCount, type ImageSignal, policyGradient } from './relaxed/policy-gradient.js';
export type { PolicySpace } from './relaxed/policy-space.js';
export {
  certainPolicy,
  clampMagnitudes,
  type DrawnSubPolicy,
  drawSubPolicy,
  type RelaxedPolicy,
  startValues,
} from './relaxed/relaxed-policy.js';
