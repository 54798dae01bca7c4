import type { Claim, Decision, Evaluator, Metrics, TaskEnvironment, TrialOutcome } from '@cambium/core';

export interface TrialToEvaluate {
  readonly evaluator: Evaluator;
  readonly environment: TaskEnvironment;
  /** Over a claim of an ordinary trial. */
  readonly claim: Partial<Claim> & Pick<Claim, 'params' | 'task' | 'space' | 'context'>;
  /** Answers each report; absent: `continue`. */
  readonly decide?: ((step: number, abort: AbortController) => Decision) | undefined;
  readonly aborted?: boolean | undefined;
  /** Artifacts that it may load, by digest. */
  readonly stored?: Readonly<Record<string, Uint8Array>>;
}

export interface EvaluatedTrial {
  readonly outcome: TrialOutcome;
  readonly reports: readonly { readonly step: number; readonly metrics: Metrics }[];
  /** What it saved, by name; the digest is `sha256:` and the name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Evaluates one attempt on this thread, with all it reports and saves in memory. */
export async function evaluateTrial(trial: TrialToEvaluate): Promise<EvaluatedTrial> {
  const { evaluator, environment, decide, aborted = false, stored = {} } = trial;
  const reports: { step: number; metrics: Metrics }[] = [];
  const files = new Map<string, Uint8Array>();
  const abort = new AbortController();
  if (aborted) abort.abort();
  const claim: Claim = {
    experimentId: 'experiment',
    trialId: 'trial',
    attemptId: 'attempt',
    epoch: 1,
    number: 0,
    fidelity: null,
    mode: null,
    resumeFrom: null,
    objectives: [],
    searcher: { name: 'random', options: {} },
    constraints: [],
    untrainedMetric: null,
    seed: 1,
    maxSeconds: null,
    leaseMs: 60_000,
    ...trial.claim,
  };
  const outcome = await evaluator.evaluate(claim, {
    async report(step, metrics) {
      reports.push({ step, metrics });
      return decide?.(step, abort) ?? 'continue';
    },
    signal: abort.signal,
    log: () => {},
    async saveArtifact({ name, kind, bytes }) {
      files.set(name, bytes);
      return { name, kind, digest: `sha256:${name}`, bytes: bytes.length };
    },
    async loadArtifact(digest) {
      const bytes = stored[digest];
      if (bytes === undefined) throw new Error(`no artifact ${digest}`);
      return bytes;
    },
    environment,
  });
  return { outcome, reports, files };
}

/** Wall-clock metrics differ from run to run; by their names nobody takes them for results. */
export function withoutClock(metrics: Metrics): Metrics {
  return Object.fromEntries(Object.entries(metrics).filter(([name]) => !/_seconds?$/.test(name)));
}
