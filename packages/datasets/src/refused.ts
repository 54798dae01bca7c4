import { CambiumError, type Issue } from '@cambium/core';

/** The error of a load that `describe` would have refused. */
export function refusedLoad(name: string, issues: readonly Issue[]): CambiumError {
  const details = issues.map((issue) => issue.message).join('; ');
  return new CambiumError('fix-input', `data set ${name} can't be loaded: ${details}`, { issues });
}
