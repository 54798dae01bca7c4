import {
  type Domain,
  type HyperparameterDescriptor,
  type Issue,
  type ParamValue,
  prefixIssues,
  type Space,
  type TaskManifest,
  unknownName,
} from '@cambium/core';

/**
 * The names in the hp branch that the task does not know, and the values in their domains that it does not take: a trial
 * with one of them could only fail. Issue paths start at the branch.
 */
export function checkHyperparameters({ parameters }: Space, { name: task, hyperparameters }: TaskManifest): Issue[] {
  if (hyperparameters === null) return [];
  const given = parameters.filter(({ branch }) => branch === 'hp');
  return given.flatMap(({ name, domain }) => {
    const short = name.slice('hp.'.length);
    const known = Object.hasOwn(hyperparameters, short) ? hyperparameters[short] : undefined;
    if (known !== undefined) return prefixIssues([short], checkDomain(short, domain, known));
    const message = unknownName(`hyperparameter of ${task}`, short, Object.keys(hyperparameters));
    return [{ path: [short], code: 'unknown-hyperparameter', message }];
  });
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
