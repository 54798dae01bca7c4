import { type LearntSubPolicy, opCombinations, type RelaxedPolicy } from '@cambium/augment';
import { type AugmentationPolicy, choiceMetric, type Metrics, type Parameter, type Rng } from '@cambium/core';
import { listValues, type StepParameters, subPolicySteps } from '@cambium/spaces';
import type { TrialPlan } from './plan-trial.js';
import { refusal } from './trial-refusal.js';

/** A space of sub-policies as something to be learnt, and back. */
export interface RelaxedSpace {
  readonly policy: RelaxedPolicy;
  /** What each image gets first. */
  readonly before?: AugmentationPolicy;
  /** Sub-policies of a policy of the space. */
  readonly subPolicies: number;
  /** That many sub-policies as a point, each value as its place among the parameter's: `candidate.<number>.<parameter>`. */
  candidateMetrics(number: number, subPolicies: readonly LearntSubPolicy[]): Metrics;
  /** How often an image gets each op, under the name of the first step's choice, which stands for all. */
  opRates(learnt: readonly LearntSubPolicy[]): Metrics;
}

/** At most `most` candidates, drawn where there are more. @throws CambiumError `fix-input` where the space has no sub-policies. */
export function relaxedSpace(
  { parameters, augmentation }: Pick<TrialPlan, 'parameters' | 'augmentation'>,
  { most, rng }: { readonly most: number; readonly rng: Rng },
): RelaxedSpace {
  const places = subPolicySteps(parameters);
  const form = augmentation && formOf(augmentation);
  const step = places?.[0]?.[0];
  if (places === undefined || step === undefined || form === undefined) {
    throw refusal('space', ['a policy is learnt for an aug branch in the dialect autoaugment, without class groups']);
  }
  const ops = step.op === undefined ? [form.op] : listValues(step.op.domain).map(String);
  const all = opCombinations(ops, places[0]?.length ?? 0);
  const kept = new Set(rng.shuffle([...all.keys()]).slice(0, most));
  return {
    policy: {
      candidates: all.filter((_, i) => kept.has(i)),
      learnsProbabilities: step.probability !== undefined,
      learnsMagnitudes: step.magnitude !== undefined,
    },
    ...(form.before === undefined ? {} : { before: form.before }),
    subPolicies: places.length,
    candidateMetrics: (number, subPolicies) => {
      const values = places.flatMap((steps, i) => steps.flatMap((each, j) => placesOf(each, subPolicies[i]?.steps[j])));
      return Object.fromEntries(values.map(([name, place]) => [`candidate.${number}.${name}`, place]));
    },
    opRates(learnt) {
      const { op } = step;
      if (op === undefined) return {};
      const rates = new Map(ops.map((name) => [name, 0]));
      for (const { weight, steps } of learnt) {
        for (const each of steps) rates.set(each.op, (rates.get(each.op) ?? 0) + weight * each.probability);
      }
      return Object.fromEntries([...rates].map(([name, rate]) => [choiceMetric('op_rate', op.name, name), rate]));
    },
  };
}

/** What comes before the searched policy, and the op of its first step. */
function formOf(policy: AugmentationPolicy): { readonly before?: AugmentationPolicy; readonly op: string } | undefined {
  if (policy.kind === 'chain') {
    const [before, searched] = policy.policies;
    const form = searched && formOf(searched);
    return before === undefined || form === undefined ? undefined : { ...form, before };
  }
  const first = policy.kind === 'one-of' ? policy.policies[0] : undefined;
  const op = first?.kind === 'sequence' ? first.steps[0]?.op : undefined;
  return op === undefined ? undefined : { op };
}

function placesOf(
  { op, probability, magnitude }: StepParameters,
  learnt: LearntSubPolicy['steps'][number] | undefined,
): (readonly [string, number])[] {
  if (learnt === undefined) return [];
  const place = (parameter: Parameter | undefined, of: (values: readonly unknown[]) => number) =>
    parameter === undefined ? [] : [[parameter.name, of(listValues(parameter.domain))] as const];
  return [
    ...place(op, (values) => values.indexOf(learnt.op)),
    ...place(probability, (values) => nearest(values as readonly number[], learnt.probability)),
    ...place(magnitude, (values) => nearest(values as readonly number[], learnt.magnitude)),
  ];
}

function nearest(levels: readonly number[], value: number): number {
  const distance = (level: number) => Math.abs(level - value);
  return levels.reduce((best, level, i) => (distance(level) < distance(levels[best] as number) ? i : best), 0);
}
