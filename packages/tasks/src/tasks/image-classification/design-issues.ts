import { costOf, formatShape, validateGraph } from '@cambium/architectures';
import { checkPolicy } from '@cambium/augment';
import { type ArchitectureGraph, type Design, type ImageContext, type Issue, prefixIssues } from '@cambium/core';

/** What keeps a network from being built or from telling the classes apart, and a policy from being applied. */
export function designIssues({ arch, aug }: Design, context: ImageContext): readonly Issue[] {
  return [
    ...(arch === undefined ? [] : architectureIssues(arch, context)),
    ...(aug === undefined ? [] : prefixIssues(['aug'], checkPolicy(aug))),
  ];
}

function architectureIssues(arch: ArchitectureGraph, { classes }: ImageContext): readonly Issue[] {
  const issues = validateGraph(arch);
  if (issues.length > 0) return prefixIssues(['arch'], issues);
  const shape = costOf(arch).nodes.find(({ id }) => id === arch.output)?.shape ?? [];
  if (shape.length === 1 && shape[0] === classes) return [];
  const message =
    `node "${arch.output}" gives ${formatShape(shape)} and the task has ${classes} classes; ` +
    `let the output be a dense block: its units are set to the number of classes`;
  return [{ path: ['arch', 'output'], code: 'bad-output', message }];
}
