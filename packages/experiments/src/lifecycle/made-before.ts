import { CambiumError, type Experiment, type ExperimentSpec, type ExperimentStore } from '@cambium/core';

/**
 * The experiment that an earlier request of the same id has made: a client that lost the answer asks again, and gets it as
 * it is now. Undefined when there is none yet.
 * @throws CambiumError `conflict` when the id is taken by something else.
 */
export async function madeBefore(
  store: Pick<ExperimentStore, 'find'>,
  { id, workspaceId, spec }: { readonly id: string; readonly workspaceId: string; readonly spec: ExperimentSpec },
): Promise<Experiment | undefined> {
  const known = await store.find(id);
  if (known === undefined) return undefined;
  if (known.workspaceId === workspaceId && JSON.stringify(known.spec) === JSON.stringify(spec)) return known;
  const message = `another experiment has the id ${id}; take a new one for each experiment`;
  throw new CambiumError('conflict', message, { issues: [{ path: ['id'], code: 'id-taken', message }] });
}
