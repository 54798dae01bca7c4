import { CambiumError, type Experiment } from '@cambium/core';
import type { Dependencies } from '../dependencies.js';
import { createExperiment } from './create-experiment.js';

export interface CloneChange {
  readonly name?: string;
  readonly seed?: number;
  /** True: starts at once. */
  readonly start?: boolean;
}

/**
 * A new experiment with the same specification but for `change`; it is checked anew.
 * @throws CambiumError `not-found` · `fix-input` when the specification is not valid (any more).
 */
export async function cloneExperiment(needs: Dependencies, id: string, change: CloneChange): Promise<Experiment> {
  const original = await needs.store.find(id);
  if (original === undefined) throw new CambiumError('not-found', `there is no experiment ${id}`);
  const { name, seed, start } = change;
  const input = {
    ...original.spec,
    name: name ?? `${original.spec.name} (copy)`.slice(0, 200),
    ...(seed === undefined ? {} : { seed }),
  };
  return createExperiment(needs, {
    workspaceId: original.workspaceId,
    input,
    clonedFrom: id,
    ...(start === undefined ? {} : { start }),
  });
}
