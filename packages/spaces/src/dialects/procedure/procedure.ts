import type { Condition, DialectDefinition, Parameter, Params, ParamValue, TrainingProcedure } from '@cambium/core';
import { choiceParameter, chosen } from '../../space/choice-parameter.js';
import type { ChoiceKnob, RangeKnob } from './knobs.js';
import { type ProcedureSettings, procedureSettings, schedules } from './settings.js';

const param = (knob: keyof ProcedureSettings) => `train.${knob}`;

/** The training procedure: optimizer, rates, schedule and regularisation. What is not searched or fixed is absent. */
export const procedure: DialectDefinition<ProcedureSettings, 'train'> = {
  name: 'procedure',
  branch: 'train',
  summary: 'How weights are trained: optimizer, learning rate and schedule, weight decay, label smoothing, mixup.',
  settings: procedureSettings,
  parameters: (settings) => [
    ...choices('optimizer', settings.optimizer, 'categorical'),
    ...range('learningRate', settings.learningRate),
    ...(mayBe(settings.optimizer, 'momentum')
      ? range('momentum', settings.momentum, only('optimizer', settings.optimizer, ['momentum']))
      : []),
    ...choices('schedule', settings.schedule, 'categorical'),
    ...(schedules.some((name) => name !== 'one-cycle' && mayBe(settings.schedule, name))
      ? choices('warmup', settings.warmup, 'ordinal', only('schedule', settings.schedule, withWarmup))
      : []),
    ...range('weightDecay', settings.weightDecay),
    ...choices('labelSmoothing', settings.labelSmoothing, 'ordinal'),
    ...choices('mixup', settings.mixup, 'ordinal'),
    ...choices('batchSize', settings.batchSize, 'ordinal'),
  ],
  decode: decodeProcedure,
};

const withWarmup = schedules.filter((name) => name !== 'one-cycle');

function range(knob: keyof ProcedureSettings, settings: RangeKnob, conditions: readonly Condition[] = []): Parameter[] {
  const { search, low, high, log } = settings;
  if (!search) return [];
  return [{ name: param(knob), branch: 'train', domain: { kind: 'float', low, high, log }, conditions }];
}

function choices(
  knob: keyof ProcedureSettings,
  settings: ChoiceKnob<ParamValue>,
  kind: 'categorical' | 'ordinal',
  conditions: readonly Condition[] = [],
): Parameter[] {
  if (!settings.search) return [];
  return choiceParameter({ name: param(knob), branch: 'train', choices: settings.choices, kind, conditions });
}

/** False when the procedure certainly does not use `name`; a knob left to the task may be anything. */
function mayBe<T>({ search, choices, value }: ChoiceKnob<T>, name: T): boolean {
  return search ? choices.includes(name) : value === undefined || value === name;
}

/** A condition that a searched choice is one of `names`; none where the choice is not searched. */
function only<T extends ParamValue>(
  knob: keyof ProcedureSettings,
  { search, choices }: ChoiceKnob<T>,
  names: readonly T[],
): Condition[] {
  const possible = choices.filter((choice) => names.includes(choice));
  const free = !search || choices.length < 2 || possible.length === choices.length;
  return free ? [] : [{ param: param(knob), in: possible }];
}

function decodeProcedure(params: Params, settings: ProcedureSettings): Partial<TrainingProcedure> {
  const optimizer = choiceOf(params, 'optimizer', settings.optimizer);
  const schedule = choiceOf(params, 'schedule', settings.schedule);
  const decoded: { [Key in keyof TrainingProcedure]?: TrainingProcedure[Key] | undefined } = {
    optimizer,
    learningRate: numberOf(params, 'learningRate', settings.learningRate),
    momentum:
      optimizer === undefined || optimizer === 'momentum' ? numberOf(params, 'momentum', settings.momentum) : undefined,
    schedule,
    warmup: schedule === 'one-cycle' ? undefined : choiceOf(params, 'warmup', settings.warmup),
    weightDecay: numberOf(params, 'weightDecay', settings.weightDecay),
    labelSmoothing: choiceOf(params, 'labelSmoothing', settings.labelSmoothing),
    mixup: choiceOf(params, 'mixup', settings.mixup),
    batchSize: choiceOf(params, 'batchSize', settings.batchSize),
  };
  return Object.fromEntries(Object.entries(decoded).filter(([, value]) => value !== undefined));
}

function numberOf(params: Params, knob: keyof ProcedureSettings, settings: RangeKnob): number | undefined {
  if (!settings.search) return settings.value;
  const value = params[param(knob)];
  return typeof value === 'number' ? value : undefined;
}

function choiceOf<T extends ParamValue>(
  params: Params,
  knob: keyof ProcedureSettings,
  settings: ChoiceKnob<T>,
): T | undefined {
  return settings.search ? chosen(params, param(knob), settings.choices) : settings.value;
}
