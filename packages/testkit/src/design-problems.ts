import type { ArchitectureGraph, AugmentationPolicy, DecodeContext, Design, TrainingProcedure } from '@cambium/core';

/** What is structurally wrong with a design, whatever blocks, ops or optimizers exist. Empty when nothing is. */
export function designProblems(design: Design, context: DecodeContext): string[] {
  return [
    ...(design.arch === undefined ? [] : graphProblems(design.arch, context)),
    ...(design.aug === undefined ? [] : policyProblems(design.aug)),
    ...(design.train === undefined ? [] : procedureProblems(design.train)),
  ];
}

function graphProblems({ nodes, output }: ArchitectureGraph, context: DecodeContext): string[] {
  const problems: string[] = [];
  const earlier = new Set<string>();
  nodes.forEach((node, index) => {
    if (earlier.has(node.id)) problems.push(`node ${node.id} is there twice`);
    if ((node.block === 'input') !== (index === 0)) problems.push(`node ${node.id} is the input out of place`);
    if (index > 0 && node.inputs.length === 0) problems.push(`node ${node.id} has no input`);
    for (const input of node.inputs) {
      if (!earlier.has(input)) problems.push(`node ${node.id} takes ${input}, which is not before it`);
    }
    earlier.add(node.id);
  });
  const last = nodes.find((node) => node.id === output);
  if (last?.attributes.units !== context.classes) problems.push('the output is not one logit per class');
  const shape = JSON.stringify(nodes[0]?.attributes.shape);
  if (shape !== JSON.stringify(context.inputShape)) problems.push(`the input has shape ${shape}`);
  return problems;
}

function policyProblems(policy: AugmentationPolicy): string[] {
  switch (policy.kind) {
    case 'sequence':
    case 'some-of':
      return policy.steps
        .filter(({ magnitude, probability }) => !isShare(magnitude) || !isShare(probability))
        .map(({ op }) => `step ${op} is out of range`);
    case 'one-of':
    case 'chain':
      return policy.policies.flatMap(policyProblems);
    case 'per-class':
      return [policy.otherwise, ...Object.values(policy.classes)].flatMap(policyProblems);
    case 'schedule':
      return policy.phases.flatMap((phase) => policyProblems(phase.policy));
    case 'augmix':
      return [...opsProblems(policy.ops), ...(isShare(policy.magnitude) ? [] : [`magnitude is ${policy.magnitude}`])];
    case 'random-subset':
      return subsetProblems(policy);
  }
}

const isShare = (value: number) => value >= 0 && value <= 1;

function subsetProblems({ ops, count, magnitude }: AugmentationPolicy & { kind: 'random-subset' }): string[] {
  const problems = opsProblems(ops);
  if (!(Number.isInteger(count) && count >= 1)) problems.push(`count is ${count}`);
  if (magnitude !== 'uniform' && !isShare(magnitude)) problems.push(`magnitude is ${magnitude}`);
  return problems;
}

function opsProblems(ops: readonly string[]): string[] {
  const problems: string[] = [];
  if (ops.length === 0) problems.push('a random subset of no ops');
  if (new Set(ops).size !== ops.length) problems.push('an op is listed twice');
  return problems;
}

/** Half-open shares: 1 would smooth a label away, or warm up for ever. */
function procedureProblems(train: Partial<TrainingProcedure>): string[] {
  const problems: string[] = [];
  const within = (name: keyof TrainingProcedure, holds: (value: number) => boolean) => {
    const value = train[name];
    if (value !== undefined && !(typeof value === 'number' && holds(value))) problems.push(`${name} is ${value}`);
  };
  within('learningRate', (value) => value > 0);
  within('batchSize', (value) => Number.isInteger(value) && value >= 1);
  for (const name of ['weightDecay', 'mixup', 'clipNorm', 'samRho', 'focalGamma'] as const)
    within(name, (value) => value >= 0);
  const shares = ['warmup', 'momentum', 'beta1', 'beta2', 'labelSmoothing', 'emaDecay', 'dropout', 'dropPath'] as const;
  for (const name of shares) {
    within(name, (value) => value >= 0 && value < 1);
  }
  if (train.scheduleFactors?.some((factor) => !(factor >= 0 && factor <= 1))) problems.push('a factor is no share');
  return problems;
}
