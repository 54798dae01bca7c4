import type { Domain, ParamValue } from '@cambium/core';

/** A hyperparameter as the specification writes it. */
export type DomainSettings = {
  readonly when?: Readonly<Record<string, WhenSettings>> | undefined;
} & (
  | {
      readonly type: 'float';
      readonly low: number;
      readonly high: number;
      readonly log: boolean;
      readonly step?: number | undefined;
    }
  | {
      readonly type: 'int';
      readonly low: number;
      readonly high: number;
      readonly log: boolean;
      readonly step: number;
    }
  | { readonly type: 'categorical' | 'ordinal'; readonly choices: readonly ParamValue[] }
);

export type WhenSettings =
  | ParamValue
  | readonly ParamValue[]
  | { readonly min?: number | undefined; readonly max?: number | undefined };

/** The domain that the settings describe. */
export function toDomain(settings: DomainSettings): Domain {
  switch (settings.type) {
    case 'float': {
      const { low, high, log, step } = settings;
      return { kind: 'float', low, high, log, ...(step === undefined ? {} : { step }) };
    }
    case 'int':
      return { kind: 'int', low: settings.low, high: settings.high, log: settings.log, step: settings.step };
    case 'categorical':
    case 'ordinal':
      return { kind: settings.type, choices: settings.choices };
  }
}

/** A `when` entry as a list of values, or as bounds. */
export function whenValues(when: WhenSettings): readonly ParamValue[] | undefined {
  if (Array.isArray(when)) return when;
  return typeof when === 'object' ? undefined : [when];
}
