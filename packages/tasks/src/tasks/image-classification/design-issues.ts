import { costOf, formatShape, validateGraph } from '@cambium/architectures';
import { type Design, type ImageContext, type Issue, prefixIssues } from '@cambium/core';

/** What keeps a network from being built, or from telling the classes apart. */
export function designIssues({ arch }: Design, { classes }: ImageContext): readonly Issue[] {
  if (arch === undefined) return [];
  const issues = validateGraph(arch);
  if (issues.length > 0) return prefixIssues(['arch'], issues);
  const shape = costOf(arch).nodes.find(({ id }) => id === arch.output)?.shape ?? [];
  if (shape.length === 1 && shape[0] === classes) return [];
  const message =
    `node "${arch.output}" gives ${formatShape(shape)} and the task has ${classes} classes; ` +
    `let the output be a dense block: its units are set to the number of classes`;
  return [{ path: ['arch', 'output'], code: 'bad-output', message }];
}
