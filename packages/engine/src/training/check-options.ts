import {
  CambiumError,
  type Issue,
  prefixIssues,
  type Registry,
  type TrainingProcedure,
  unknownName,
} from '@cambium/core';
import { checkData } from '../batches/labelled-images.js';
import { losses } from './losses/loss-registry.js';
import { optimizers } from './optimizers/optimizer-registry.js';
import { updateRule, updateRuleIssues } from './optimizers/update-rule/update-rule.js';
import { schedules } from './schedule.js';
import type { TrainingOptions } from './training-options.js';

type Bound = readonly [name: keyof TrainingProcedure, holds: (value: number) => boolean, rule: string];

const bounds: readonly Bound[] = [
  ['learningRate', (value) => value > 0, 'must be above 0'],
  ['warmup', (value) => value >= 0 && value < 1, 'must be in [0, 1)'],
  ['weightDecay', (value) => value >= 0, 'must be 0 or more'],
  ['momentum', (value) => value >= 0 && value < 1, 'must be in [0, 1)'],
  ['labelSmoothing', (value) => value >= 0 && value < 1, 'must be in [0, 1)'],
  ['mixup', (value) => value >= 0, 'must be 0 (off) or more'],
  ['batchSize', (value) => Number.isInteger(value) && value >= 1, 'must be a whole number of 1 or more'],
];

/** Of what a procedure may leave out. */
const optionalBounds: readonly Bound[] = [
  ['beta1', (value) => value >= 0 && value < 1, 'must be in [0, 1)'],
  ['beta2', (value) => value >= 0 && value < 1, 'must be in [0, 1)'],
  ['epsilon', (value) => value > 0, 'must be above 0'],
  ['scheduleCycles', (value) => Number.isInteger(value) && value >= 1, 'must be a whole number of 1 or more'],
  ['scheduleGrowth', (value) => value >= 1, 'must be 1 or more'],
  ['schedulePower', (value) => value > 0, 'must be above 0'],
  ['focalGamma', (value) => value >= 0, 'must be 0 or more'],
  ['polyEpsilon', (value) => value >= -1, 'must be −1 or more'],
  ['clipNorm', (value) => value >= 0, 'must be 0 (any) or more'],
  ['samRho', (value) => value >= 0, 'must be 0 (off) or more'],
  ['emaDecay', (value) => value >= 0 && value < 1, 'must be in [0, 1)'],
  ['dropPath', (value) => value >= 0 && value < 1, 'must be in [0, 1)'],
];

/** @throws CambiumError `fix-input` that names every wrong field. */
export function checkOptions({ data, procedure, epochs, scheduleEpochs = epochs }: TrainingOptions): void {
  checkData(data);
  const issues = [
    ...checkName('optimizer', procedure.optimizer, optimizers),
    ...checkName('schedule', procedure.schedule, schedules),
    ...(procedure.loss === undefined ? [] : checkName('loss', procedure.loss, losses)),
    ...checkFactors(procedure.scheduleFactors),
    ...checkRule(procedure),
    ...[...bounds, ...optionalBounds.filter(([name]) => procedure[name] !== undefined)].flatMap(([name, holds, rule]) =>
      checkNumber(name, { value: procedure[name], holds, rule }),
    ),
  ];
  if (!(Number.isInteger(epochs) && epochs >= 1)) {
    issues.push({
      path: ['epochs'],
      code: 'bad-range',
      message: `epochs must be a whole number of 1 or more, not ${epochs}`,
    });
  }
  if (scheduleEpochs < epochs) {
    const message = `scheduleEpochs is ${scheduleEpochs}, but ${epochs} epochs are trained; it can't be less`;
    issues.push({ path: ['scheduleEpochs'], code: 'bad-range', message });
  }
  if (issues.length > 0) {
    throw new CambiumError('fix-input', issues.map(({ message }) => message).join('; '), { issues });
  }
}

function checkName(field: string, name: string, registry: Registry<{ readonly name: string }>): Issue[] {
  if (registry.find(name) !== undefined) return [];
  return [{ path: ['procedure', field], code: `unknown-${field}`, message: unknownName(field, name, registry.names) }];
}

function checkRule({ optimizer, updateRule: rule }: TrainingProcedure): Issue[] {
  const path = ['procedure', 'updateRule'];
  if (rule !== undefined) return prefixIssues(path, updateRuleIssues(rule));
  if (optimizer !== updateRule.name) return [];
  return [{ path, code: 'missing', message: `the optimizer ${optimizer} needs procedure.updateRule` }];
}

function checkFactors(factors: TrainingProcedure['scheduleFactors']): Issue[] {
  if (factors === undefined) return [];
  if (factors.length > 0 && factors.every((factor) => factor >= 0 && factor <= 1)) return [];
  const message = `procedure.scheduleFactors must be at least one number, all in [0, 1], not ${JSON.stringify(factors)}`;
  return [{ path: ['procedure', 'scheduleFactors'], code: 'bad-range', message }];
}

function checkNumber(
  name: string,
  {
    value,
    holds,
    rule,
  }: { readonly value: unknown; readonly holds: (value: number) => boolean; readonly rule: string },
): Issue[] {
  if (typeof value === 'number' && Number.isFinite(value) && holds(value)) return [];
  return [{ path: ['procedure', name], code: 'bad-range', message: `procedure.${name} ${rule}, not ${String(value)}` }];
}
