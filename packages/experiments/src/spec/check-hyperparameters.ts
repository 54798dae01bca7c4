import {
  type Domain,
  type HyperparameterDescriptor,
  type HyperparameterDescriptors,
  type Issue,
  type ParamValue,
  prefixIssues,
  type Space,
  unknownName,
} from '@cambium/core';

/**
 * The names in the hp branch that the task does not know, those that it needs and does not find, and the values in their
 * domains that it does not take: a trial with one of them could only fail. Issue paths start at the branch.
 */
export function checkHyperparameters(
  { parameters }: Space,
  { name: task, hyperparameters }: { readonly name: string; readonly hyperparameters: HyperparameterDescriptors },
): Issue[] {
  const given = parameters.filter(({ branch }) => branch === 'hp');
  const issues = given.flatMap(({ name, domain }): Issue[] => {
    const short = shortName(name);
    const known = Object.hasOwn(hyperparameters, short) ? hyperparameters[short] : undefined;
    if (known !== undefined) return prefixIssues([short], checkDomain(short, domain, known));
    const message = unknownName(`hyperparameter of ${task}`, short, Object.keys(hyperparameters));
    return [{ path: [short], code: 'unknown-hyperparameter', message }];
  });
  const present = new Set(given.map(({ name }) => shortName(name)));
  const missing = Object.entries(hyperparameters).filter(([name, { required }]) => required && !present.has(name));
  return [...issues, ...missing.map((entry) => missingIssue(task, entry))];
}

function missingIssue(task: string, [name, { meaning }]: readonly [string, HyperparameterDescriptor]): Issue {
  const message = `task ${task} needs the hyperparameter ${name} (${meaning}); add it, or leave the space out for the task’s own`;
  return { path: [name], code: 'missing', message };
}

function shortName(name: string): string {
  return name.slice('hp.'.length);
}

function checkDomain(name: string, domain: Domain, { meaning, value: schema }: HyperparameterDescriptor): Issue[] {
  const issueOf = ({ path, code, value }: Sample): Issue[] => {
    const result = schema.safeParse(value);
    if (result.success) return [];
    const reasons = result.error.issues.map((problem) => problem.message).join('; ');
    return [{ path, code, message: `${name} can't be ${JSON.stringify(value)}. ${reasons} (${meaning})` }];
  };
  const issues = endsOrChoices(domain).flatMap(issueOf);
  return issues.length > 0 ? issues : between(domain).flatMap(issueOf);
}

interface Sample {
  /** From the domain. */
  readonly path: Issue['path'];
  readonly code: string;
  readonly value: ParamValue;
}

function endsOrChoices(domain: Domain): Sample[] {
  switch (domain.kind) {
    case 'categorical':
    case 'ordinal':
      return domain.choices.map((value, i) => ({ path: ['choices', i], code: 'bad-choice', value }));
    case 'float':
    case 'int':
      return (['low', 'high'] as const).map((end) => ({ path: [end], code: 'bad-range', value: domain[end] }));
  }
}

/** Between two numbers that are accepted, others are refused only where whole ones are wanted. */
function between(domain: Domain): Sample[] {
  if (domain.kind !== 'float') return [];
  const { low, high, step } = domain;
  const value = step === undefined ? Math.floor((low + high) / 2) + 0.5 : low + step;
  return value > low && value < high ? [{ path: ['type'], code: 'bad-type', value }] : [];
}
