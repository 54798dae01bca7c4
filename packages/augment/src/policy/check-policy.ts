import { type AugmentationPolicy, type Issue, unknownName } from '@cambium/core';
import { ops } from '../registry.js';

const isShare = (value: number) => value >= 0 && value <= 1;

function opIssues(name: string, path: Issue['path']): Issue[] {
  if (ops.find(name) !== undefined) return [];
  return [{ path, code: 'unknown-op', message: unknownName(ops.kind, name, ops.names) }];
}

function shareIssues(value: number, path: Issue['path']): Issue[] {
  if (isShare(value)) return [];
  return [{ path, code: 'bad-range', message: `${path.at(-1)} must be between 0 and 1, not ${value}` }];
}

/** What is wrong with a policy; empty when it can be applied. Paths start at the policy. */
export function checkPolicy(policy: AugmentationPolicy): Issue[] {
  if (policy.kind === 'sequence') {
    return policy.steps.flatMap((step, i) => [
      ...opIssues(step.op, ['steps', i, 'op']),
      ...shareIssues(step.magnitude, ['steps', i, 'magnitude']),
      ...shareIssues(step.probability, ['steps', i, 'probability']),
    ]);
  }
  const issues = policy.ops.flatMap((name, i) => opIssues(name, ['ops', i]));
  issues.push(...shareIssues(policy.magnitude, ['magnitude']));
  if (!Number.isInteger(policy.count) || policy.count < 0) {
    const message = `count must be a whole number from 0 up, not ${policy.count}`;
    issues.push({ path: ['count'], code: 'bad-range', message });
  }
  if (policy.ops.length === 0 && policy.count > 0) {
    const message = 'ops is empty, but count asks for some: name at least one op or set count to 0';
    issues.push({ path: ['ops'], code: 'too-few', message });
  }
  return issues;
}
