import type { LearntSubPolicy, PolicySpace } from '@cambium/augment';
import { type AugmentationPolicy, choiceMetric, type Metrics, type Parameter } from '@cambium/core';
import { listValues, type StepParameters, subPolicySteps } from '@cambium/spaces';
import type { TrialPlan } from './plan-trial.js';
import { refusal } from './trial-refusal.js';

/** A space of sub-policies as something to be learnt, and back. */
export interface RelaxedSpace {
  readonly space: PolicySpace;
  /** What each image gets first. */
  readonly before?: AugmentationPolicy;
  /** That many sub-policies as a point, each value as its place among the parameter's: `candidate.<number>.<parameter>`. */
  candidateMetrics(number: number, subPolicies: readonly LearntSubPolicy[]): Metrics;
  /** How often an image gets each op, under the name of the first step's choice, which stands for all. */
  opRates(rates: Readonly<Record<string, number>>): Metrics;
}

/** @throws CambiumError `fix-input` where the space has no sub-policies. */
export function relaxedSpace({
  parameters,
  augmentation,
}: Pick<TrialPlan, 'parameters' | 'augmentation'>): RelaxedSpace {
  const places = subPolicySteps(parameters);
  const form = augmentation && formOf(augmentation);
  const step = places?.[0]?.[0];
  if (places === undefined || step === undefined || form === undefined) {
    throw refusal('space', ['a policy is learnt for an aug branch in the dialect autoaugment, without class groups']);
  }
  const { op, probability, magnitude } = step;
  return {
    space: {
      ops: op === undefined ? [form.op] : listValues(op.domain).map(String),
      subPolicies: places.length,
      depth: places[0]?.length ?? 0,
      learnsProbabilities: probability !== undefined,
      learnsMagnitudes: magnitude !== undefined,
    },
    ...(form.before === undefined ? {} : { before: form.before }),
    candidateMetrics: (number, subPolicies) => {
      const values = places.flatMap((steps, i) => steps.flatMap((each, j) => placesOf(each, subPolicies[i]?.steps[j])));
      return Object.fromEntries(values.map(([name, place]) => [`candidate.${number}.${name}`, place]));
    },
    opRates: (rates) =>
      op === undefined
        ? {}
        : Object.fromEntries(
            Object.entries(rates).map(([name, rate]) => [choiceMetric('op_rate', op.name, name), rate]),
          ),
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
