import type { AugmentationPolicy } from '../spec/design.js';
import type { ExperimentSpec } from '../spec/experiment-spec.js';
import type { JsonObject } from '../values/json.js';
import type { Params } from '../values/params.js';
import type { TrialIdentity } from './trial.js';

/**
 * What a search of augmentation policies is compared with: no augmentation, and TrivialAugment, which searches nothing and is
 * hard to beat (Müller and Hutter 2021).
 */
export const usualBaselines: readonly string[] = ['none', 'trivialaugment-wide'];

/** The dialect that baselines are policies of. */
export const baselineDialect = 'published';

/** A baseline is written as this choice among the published policies, beside the other branches of the design it comes from. */
const policyParam = 'aug.policy';

/** The params of a design with a published policy in place of its own. */
export function baselineParams(params: Params, policy: string): Params {
  return { ...withoutPolicy(params), [policyParam]: policy };
}

interface BaselineTrial {
  readonly mode: string | null;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The published policy of a baseline's trial. */
export function baselinePolicy({ mode, params }: BaselineTrial): string | undefined {
  return mode === 'baseline' ? String(params[policyParam]) : undefined;
}

/** What a design is but for its augmentation policy. */
export function withoutPolicy(params: Params): Params {
  return Object.fromEntries(Object.entries(params).filter(([name]) => !name.startsWith('aug.')));
}

/** A point with an augmentation policy that is given as a whole. */
export function pointWithPolicy(
  space: ExperimentSpec['space'],
  params: Params,
  policy: AugmentationPolicy,
): { readonly space: ExperimentSpec['space']; readonly params: Params } {
  const aug = { dialect: 'custom', policy: policy as unknown as JsonObject };
  return { space: { ...space, aug }, params: withoutPolicy(params) };
}

/** The space that the trial's params are a point of: the experiment's, but for baselines. */
export function spaceOfTrial(
  { space }: Pick<ExperimentSpec, 'space'>,
  { mode }: Pick<TrialIdentity, 'mode'>,
): ExperimentSpec['space'] {
  return mode === 'baseline' ? { ...space, aug: { dialect: baselineDialect } } : space;
}
