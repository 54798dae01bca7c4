import type { ExperimentSpec } from '@cambium/core';
import { type CompiledSpace, compileSpace } from './compile-space.js';

/** As {@link compileSpace}, for a space known to be right. @throws RangeError that lists every issue with its path */
export function requireSpace(input: ExperimentSpec['space']): CompiledSpace {
  const result = compileSpace(input);
  if (result.kind === 'compiled') return result.space;
  const issues = result.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  );
  throw new RangeError(`the space is refused: ${issues.join('; ')}`);
}
