import { type Domain, type Issue, nearestNames, type Parameter, type Params, type ParamValue } from '@cambium/core';
import { containsValue } from '../domain/domain-values.js';
import { assign } from './activity.js';

/** What keeps `params` from being a point of the space, one issue for each key. Empty when nothing does. */
export function validateParams(parameters: readonly Parameter[], params: Params): readonly Issue[] {
  const issues: Issue[] = [];
  const active = new Set<string>();
  assign(parameters, (parameter) => {
    active.add(parameter.name);
    const value = params[parameter.name];
    const wrong = wrongValue(parameter, value);
    if (wrong !== undefined) issues.push(wrong);
    return value;
  });
  const known = parameters.map(({ name }) => name);
  for (const name of Object.keys(params)) {
    if (!active.has(name)) issues.push(surplus(name, known));
  }
  return issues;
}

function wrongValue({ name, domain }: Parameter, value: ParamValue | undefined): Issue | undefined {
  if (value === undefined) {
    return { path: [name], code: 'missing-param', message: `${name} is active and has no value; ${legal(domain)}` };
  }
  if (containsValue(domain, value)) return undefined;
  return { path: [name], code: 'out-of-range', message: `${name} can't be ${JSON.stringify(value)}; ${legal(domain)}` };
}

function surplus(name: string, known: readonly string[]): Issue {
  if (known.includes(name)) {
    const message = `${name} is inactive for these values of its parents; leave it out`;
    return { path: [name], code: 'inactive-param', message };
  }
  const near = nearestNames(name, known)[0];
  const hint = near === undefined ? 'leave it out' : `did you mean "${near}"?`;
  return { path: [name], code: 'unknown-param', message: `the space has no parameter "${name}"; ${hint}` };
}

function legal(domain: Domain): string {
  if (domain.kind === 'categorical' || domain.kind === 'ordinal') {
    return `it takes one of ${domain.choices.map((choice) => JSON.stringify(choice)).join(', ')}`;
  }
  const kind = domain.kind === 'int' ? 'an integer' : 'a number';
  const step = domain.step === undefined || domain.step === 1 ? '' : ` in steps of ${domain.step}`;
  return `it takes ${kind} from ${domain.low} to ${domain.high}${step}`;
}
