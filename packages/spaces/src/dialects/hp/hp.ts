import type { Condition, DialectDefinition, Parameter, ParamValue } from '@cambium/core';
import { toDomain, type WhenSettings, whenValues } from './domain-settings.js';
import { orderParentsFirst } from './order-parents-first.js';
import { type HpSettings, hpSettings } from './settings.js';

/** Hyperparameters by name. Decodes to the active ones by their short name. */
export const hp: DialectDefinition<HpSettings, 'hp'> = {
  name: 'hp',
  branch: 'hp',
  summary: 'Named hyperparameters: numbers on linear or logarithmic ranges, choices, and conditions between them.',
  settings: hpSettings,
  parameters: (settings) => orderParentsFirst(settings).flatMap((name) => toParameter(name, settings[name])),
  decode: (params, settings) => {
    const entries = Object.keys(settings).map((name) => [name, params[fullName(name)]] as const);
    return Object.fromEntries(entries.filter((entry): entry is [string, ParamValue] => entry[1] !== undefined));
  },
};

function toParameter(name: string, settings: HpSettings[string] | undefined): Parameter[] {
  if (settings === undefined) return [];
  const conditions = Object.entries(settings.when ?? {}).map(([parent, when]) => toCondition(parent, when));
  return [{ name: fullName(name), branch: 'hp', domain: toDomain(settings), conditions }];
}

function toCondition(parent: string, when: WhenSettings): Condition {
  const values = whenValues(when);
  if (values !== undefined) return { param: fullName(parent), in: values };
  const { min, max } = when as { min?: number; max?: number };
  return { param: fullName(parent), ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

function fullName(name: string): string {
  return `hp.${name}`;
}
