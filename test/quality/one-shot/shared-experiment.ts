import {
  type ArtifactLink,
  type Claim,
  type DecodeContext,
  type Metrics,
  type Objective,
  type Params,
  type Space,
  type TrialOutcome,
} from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { taskEvaluators } from '@cambium/tasks';
import { tasks } from '@cambium/tasks/manifests';

/** What all searches and all trainings from scratch have in common. */
export interface SharedSetting {
  readonly space: Claim['space'];
  /** Of the task `supernet`. */
  readonly settings: Claim['task']['settings'];
  readonly dataDir: string;
  readonly backend: string;
}

/** What differs from trial to trial. */
export type TrialOfMany = Pick<Claim, 'number' | 'params' | 'seed' | 'searcher'> & {
  readonly mode?: string | undefined;
  readonly resumeFrom?: Claim['resumeFrom'];
};

export interface Evaluated {
  readonly outcome: TrialOutcome;
  /** Of the whole trial, as a runner would see it. */
  readonly seconds: number;
  /** Of each step. */
  readonly reports: readonly Metrics[];
  /** What the trial had to say, line by line. */
  readonly log: readonly string[];
}

/** The task `supernet` on one space and one data set, as a runner would run its trials; files are kept in memory. */
export interface SharedExperiment {
  readonly space: Space;
  readonly objectives: readonly Objective[];
  readonly maxStep: number;
  evaluate(trial: TrialOfMany): Promise<Evaluated>;
  /** Drops the files of all trials so far. */
  forget(): void;
}

export const objectives: readonly Objective[] = [{ metric: 'val_accuracy', direction: 'maximize' }];

/** @throws Error when the data set or the settings are refused. */
export async function openSharedExperiment(setting: SharedSetting): Promise<SharedExperiment> {
  const { context, maxStep } = await prepared(setting);
  const evaluator = await taskEvaluators.get('supernet');
  const files = new Map<string, Uint8Array>();
  return {
    space: requireSpace(setting.space),
    objectives,
    maxStep,
    forget: () => files.clear(),
    async evaluate({ mode, resumeFrom, ...trial }) {
      const claim: Claim = {
        experimentId: 'benchmark',
        trialId: String(trial.number),
        attemptId: String(trial.number),
        epoch: 1,
        fidelity: null,
        mode: mode ?? null,
        resumeFrom: resumeFrom ?? null,
        task: { name: 'supernet', settings: setting.settings },
        space: setting.space,
        objectives,
        constraints: [],
        untrainedMetric: null,
        context,
        maxSeconds: null,
        leaseMs: 60_000,
        ...trial,
      };
      const reports: Metrics[] = [];
      const log: string[] = [];
      const started = performance.now();
      const outcome = await evaluator.evaluate(claim, {
        async report(_, metrics) {
          reports.push(metrics);
          return 'continue';
        },
        signal: new AbortController().signal,
        log: (line) => log.push(line),
        async saveArtifact({ name, kind, bytes }): Promise<ArtifactLink> {
          const digest = `sha256:${trial.seed}/${trial.number}/${name}`;
          if (kind === 'checkpoint') files.set(digest, bytes);
          return { name, kind, digest, bytes: bytes.length };
        },
        async loadArtifact(digest) {
          const bytes = files.get(digest);
          if (bytes === undefined) throw new Error(`nothing is stored as ${digest}`);
          return bytes;
        },
        environment: { dataDir: setting.dataDir, ...(setting.backend === 'auto' ? {} : { backend: setting.backend }) },
      });
      return { outcome, seconds: (performance.now() - started) / 1000, reports, log };
    },
  };
}

async function prepared({ settings, dataDir }: SharedSetting): Promise<{ context: DecodeContext; maxStep: number }> {
  const task = tasks.get('supernet');
  const parsed = task.settings.safeParse(settings);
  if (!parsed.success)
    throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  const preparation = await task.prepare(parsed.data, { dataDir });
  if (preparation.kind === 'refused') throw new Error(preparation.issues.map(({ message }) => message).join('; '));
  return preparation;
}

/** The validation accuracy of a trial. @throws Error that says why there is none. */
export function accuracyOf({ outcome }: Evaluated, params: Params): number {
  const accuracy = outcome.kind === 'complete' ? outcome.metrics['val_accuracy'] : undefined;
  if (typeof accuracy !== 'number')
    throw new Error(`no accuracy of ${JSON.stringify(params)}: ${JSON.stringify(outcome)}`);
  return accuracy;
}
