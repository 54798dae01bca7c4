import type { BranchName, Condition, Domain, Parameter, Params, ParamValue } from '@cambium/core';

/** A parameter of a dialect over a list of choices. */
export interface ChoiceSpec {
  readonly name: string;
  readonly branch: BranchName;
  readonly choices: readonly ParamValue[];
  readonly kind: Extract<Domain['kind'], 'categorical' | 'ordinal'>;
  readonly conditions?: readonly Condition[];
}

/** Nothing for a single choice: what is fixed is not searched. */
export function choiceParameter({ name, branch, choices, kind, conditions = [] }: ChoiceSpec): Parameter[] {
  return choices.length < 2 ? [] : [{ name, branch, domain: { kind, choices }, conditions }];
}

/** The value that `params` give, or the only (first) choice where it is fixed. */
export function chosen<T extends ParamValue>(params: Params, name: string, choices: readonly T[]): T {
  const value = choices.find((choice) => choice === params[name]) ?? choices[0];
  if (value === undefined) throw new RangeError(`${name} has no choices`);
  return value;
}
