import type { Clock, RunnerDescription, RunnerDirectory } from '@cambium/core';

/** A hundredth of the silence after which a runner is taken for gone. */
const fresh = 1_000;

/**
 * Tells the directory that a runner lives, once a second at most: trials that take milliseconds are claimed as often, and
 * each note costs a commit. A runner that describes itself anew is always noted.
 */
export function noticeRunners(
  { seen }: Pick<RunnerDirectory, 'seen'>,
  clock: Clock,
): (runner: RunnerDescription, workspaceId: string) => Promise<void> {
  const noted = new Map<string, { readonly description: string; readonly at: number }>();
  return async (runner, workspaceId) => {
    const now = clock.now();
    const description = JSON.stringify([workspaceId, runner]);
    const last = noted.get(runner.id);
    if (last?.description === description && now - last.at < fresh) return;
    await seen(runner, workspaceId, now);
    for (const [id, { at }] of noted) if (now - at >= fresh) noted.delete(id);
    noted.set(runner.id, { description, at: now });
  };
}
