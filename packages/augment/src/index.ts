export type { ImageView, OpRange, OpSpec } from './op-spec.js';
export { applyPolicy, type BatchLayout } from './policy/apply-policy.js';
export { augmentsNothing } from './policy/augments-nothing.js';
export { checkPolicy } from './policy/check-policy.js';
export { policySentence } from './policy/policy-sentence.js';
export { ops } from './registry.js';
