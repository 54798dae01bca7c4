import type { Condition, DialectDefinition, Parameter, Params, ParamValue, TrainingProcedure } from '@cambium/core';
import type { ChoiceKnob, FactorsKnob, RangeKnob } from '../../schema/knobs.js';
import { choiceParameter, chosen } from '../../space/choice-parameter.js';
import { type ProcedureSettings, procedureSettings } from './settings.js';
import { type Use, uses } from './uses.js';

type Knob = keyof ProcedureSettings;

const param = (knob: Knob, index?: number) => (index === undefined ? `train.${knob}` : `train.${knob}.${index}`);

/** The training procedure: optimizer, rates, schedule, loss and regularisation. What is not searched or fixed is absent. */
export const procedure: DialectDefinition<ProcedureSettings, 'train'> = {
  name: 'procedure',
  branch: 'train',
  summary: 'How weights are trained: optimizer, learning rate and schedule, loss, weight decay, and what regularises.',
  settings: procedureSettings,
  parameters: (settings) => knobs.flatMap((knob) => parametersOf(knob, settings)),
  decode: decodeProcedure,
};

/** Knobs that others depend on come before those. */
const knobs = Object.keys(procedureSettings.shape) as Knob[];

/** Choices without an order. */
const unordered: readonly Knob[] = ['optimizer', 'schedule', 'loss'];

function parametersOf(knob: Knob, settings: ProcedureSettings): Parameter[] {
  const own = settings[knob];
  const use = uses[knob];
  if (!own.search || (use !== undefined && !mayBeUsed(use, settings))) return [];
  const conditions = use === undefined ? [] : conditionsOf(use, settings);
  if ('choices' in own) {
    const kind = unordered.includes(knob) ? 'categorical' : 'ordinal';
    return choiceParameter({ name: param(knob), branch: 'train', choices: own.choices, kind, conditions });
  }
  const { low, high, log } = own;
  const float = (name: string): Parameter => ({
    name,
    branch: 'train',
    domain: { kind: 'float', low, high, log },
    conditions,
  });
  return 'points' in own
    ? Array.from({ length: own.points }, (_, index) => float(param(knob, index)))
    : [float(param(knob))];
}

/** False when the procedure certainly does not use it, or the task decides and it should not be searched for that. */
function mayBeUsed({ of, names, unknown }: Use, settings: ProcedureSettings): boolean {
  const { search, choices, value }: ChoiceKnob<string> = settings[of];
  if (search) return choices.some((choice) => names.includes(choice));
  return value === undefined ? unknown : names.includes(value);
}

/** That the other knob has a value which uses this one; nothing where that is not searched, or always so. */
function conditionsOf({ of, names }: Use, settings: ProcedureSettings): Condition[] {
  const { search, choices }: ChoiceKnob<string> = settings[of];
  const possible = choices.filter((choice) => names.includes(choice));
  const free = !search || choices.length < 2 || possible.length === choices.length;
  return free ? [] : [{ param: param(of), in: possible }];
}

function decodeProcedure(params: Params, settings: ProcedureSettings): Partial<TrainingProcedure> {
  const decoded = knobs.flatMap((knob) => {
    const use = uses[knob];
    if (use !== undefined && settings[knob].search && !mayBeUsed(use, settings)) return [];
    const user = use === undefined ? undefined : choiceOf<string>(params, use.of, settings[use.of]);
    // What another knob rules out is absent; where the task decides, it may be used.
    if (user !== undefined && !use?.names.includes(user)) return [];
    const value = valueOf(params, knob, settings[knob]);
    return value === undefined ? [] : [[knob, value] as const];
  });
  return Object.fromEntries(decoded);
}

function valueOf(params: Params, knob: Knob, own: ProcedureSettings[Knob]) {
  if ('choices' in own) return choiceOf<ParamValue>(params, knob, own);
  return 'points' in own ? factorsOf(params, knob, own) : numberOf(params, param(knob), own);
}

function choiceOf<T extends ParamValue>(params: Params, knob: Knob, own: ChoiceKnob<T>): T | undefined {
  return own.search ? chosen(params, param(knob), own.choices) : own.value;
}

function numberOf(params: Params, name: string, { search, value }: RangeKnob): number | undefined {
  if (!search) return value;
  const searched = params[name];
  return typeof searched === 'number' ? searched : undefined;
}

/** Undefined where they are searched but not active. */
function factorsOf(params: Params, knob: Knob, { search, points, value }: FactorsKnob): readonly number[] | undefined {
  if (!search) return value;
  const factors = Array.from({ length: points }, (_, index) => params[param(knob, index)]);
  return factors.every((factor) => typeof factor === 'number') ? factors : undefined;
}
