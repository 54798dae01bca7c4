import type { TrainingProcedure } from './design.js';
import { updateRuleFormula } from './update-rule-formula.js';

type Said = Partial<TrainingProcedure>;

/** How the rate changes; a schedule without words of its own is named. */
const courses: Readonly<Record<string, (said: Said) => string>> = {
  constant: () => 'that stays',
  cosine: () => 'that falls along a cosine',
  'cosine-restarts': ({ scheduleCycles: cycles, scheduleGrowth: growth }) =>
    `that falls along ${cycles === undefined ? 'cosines' : `${cycles} cosines`}${
      growth === undefined || growth === 1 ? '' : `, each ${short(growth)} times as long as the one before`
    }`,
  linear: () => 'that falls along a line',
  polynomial: ({ schedulePower: power }) =>
    `that falls as ${power === undefined ? 'a power' : `the power ${short(power)}`} of what is left`,
  piecewise: ({ scheduleFactors: factors }) =>
    factors === undefined ? 'along lines' : `times ${factors.map(short).join(' → ')} on the way`,
  step: () => 'that falls to a tenth, then a hundredth',
  'one-cycle': () => 'in one cycle',
};

/** What a procedure says, in words; nothing of what it leaves to the task or has switched off. Undefined where it says nothing. */
export function procedureSentence(said: Said): string | undefined {
  const extras = extrasOf(said);
  const optimizer = followed(said);
  const rate = rateOf(said);
  if (optimizer === '' && rate === '' && extras.length === 0) return undefined;
  const who = optimizer === '' ? 'are trained' : `follow ${optimizer}`;
  const start = `Weights ${who}${rate === '' ? '' : ` ${rate}`}`;
  if (extras.length === 0) return `${start}.`;
  return `${start}${rate === '' ? '' : ','} with ${listed(extras)}.`;
}

function followed({ optimizer, updateRule, momentum, beta1, beta2, epsilon }: Said): string {
  const name = updateRule === undefined ? (optimizer ?? '') : updateRuleFormula(updateRule);
  const coefficients = [
    ...number('momentum', momentum === 0 ? undefined : momentum),
    ...number('β₁', beta1),
    ...number('β₂', beta2),
    ...number('ε', epsilon),
  ];
  if (coefficients.length === 0) return name;
  return `${name === '' ? 'the task’s optimizer' : name} (${coefficients.join(', ')})`;
}

function rateOf(said: Said): string {
  const { learningRate, schedule, warmup } = said;
  if (learningRate === undefined && schedule === undefined && !warmup) return '';
  const rate = learningRate === undefined ? 'at the task’s rate' : `at a rate of ${short(learningRate)}`;
  const course = schedule === undefined ? '' : ` ${courses[schedule]?.(said) ?? `by the schedule ${schedule}`}`;
  return `${rate}${course}${warmup ? ` after a warm-up of ${short(100 * warmup)} % of the steps` : ''}`;
}

/** What is 0 is off, and not said. */
function extrasOf(said: Said): string[] {
  const { weightDecay, loss, focalGamma, polyEpsilon, labelSmoothing, mixup, batchSize } = said;
  const { clipNorm, samRho, emaDecay, dropout, dropPath } = said;
  const some = (value: number | undefined, words: (text: string) => string) => (value ? [words(short(value))] : []);
  const ofLoss = [...number('γ', focalGamma), ...number('ε', polyEpsilon)].join(', ');
  return [
    ...some(weightDecay, (value) => `weight decay ${value}`),
    ...(loss === undefined
      ? []
      : [`${loss === 'cross-entropy' ? loss : `the loss ${loss}`}${ofLoss && ` (${ofLoss})`}`]),
    ...some(labelSmoothing, (value) => `labels smoothed by ${value}`),
    ...some(mixup, (value) => `mixup of α ${value}`),
    ...some(batchSize, (value) => `batches of ${value}`),
    ...some(clipNorm, (value) => `gradients no longer than ${value}`),
    ...some(samRho, (value) => `sharpness-aware steps of ρ ${value}`),
    ...some(emaDecay, (value) => `weights averaged by ${value}`),
    ...some(dropout, (value) => `dropout ${value}`),
    ...some(dropPath, (value) => `drop-path ${value}`),
  ];
}

function number(name: string, value: number | undefined): string[] {
  return value === undefined ? [] : [`${name} ${short(value)}`];
}

/** Three digits. */
function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
