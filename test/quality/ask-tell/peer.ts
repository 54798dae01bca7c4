import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Cost, CostRun } from './measure.js';

/** Ours that Optuna has too, by our names. */
const samplers = ['random', 'tpe', 'gp', 'nsga-ii', 'nsga-iii', 'quasi-random', 'cma-es'];

export type PeerRun = Omit<CostRun, 'searcher'> & { readonly searcher: string };

export interface Peer {
  readonly version: string;
  /**
   * Undefined for what it does not have, or can't run for want of a package: then the reason is told. Of our options it takes
   * those that change what is computed: `multivariate`, `group` and `constantLiar` of tpe.
   */
  measure(run: PeerRun): { readonly costs: readonly Cost[] } | { readonly reason: string } | undefined;
}

/** Optuna in this Python; a sentence where there is none. */
export function findOptuna(python: string): Peer | { readonly reason: string } {
  const found = spawnSync(python, ['-c', 'import optuna; print(optuna.__version__)'], { encoding: 'utf8' });
  if (found.status !== 0) {
    return { reason: `${python} can't import optuna; name a Python that can with --python or BENCH_PYTHON` };
  }
  return {
    version: found.stdout.trim(),
    measure({ searcher, options, dimension, trials, limitSeconds }) {
      if (!samplers.includes(searcher)) return undefined;
      const request = JSON.stringify({ sampler: searcher, options, dimension, trials, limit: limitSeconds });
      const script = path.join(import.meta.dirname, 'optuna_cost.py');
      const { status, stdout, stderr } = spawnSync(python, [script, request], { encoding: 'utf8' });
      if (status !== 0) return { reason: `Optuna's ${searcher}: ${stderr.trim().split('\n').at(-1)}` };
      const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
      return { costs: lines.map((line) => JSON.parse(line) as Cost) };
    },
  };
}
