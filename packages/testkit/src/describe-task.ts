import {
  type Claim,
  type Decision,
  type Design,
  type Evaluator,
  hyperparametersOf,
  type JsonObject,
  type ParamValue,
  type TaskEnvironment,
  type TaskManifest,
} from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { type EvaluatedTrial, evaluateTrial, withoutClock } from './evaluate-trial.js';

export interface TaskUnderTest {
  readonly manifest: TaskManifest;
  /** Absent: only the manifest is tested. */
  readonly evaluator?: Evaluator;
  readonly environment: TaskEnvironment;
  /** Settings of a trial that takes about a second and reports at least twice. */
  readonly settings: JsonObject;
  /** Settings that the schema accepts and `prepare` must refuse; absent: the schema refuses all that can't be. */
  readonly refused?: JsonObject;
  /** A space, one of its points and the design that the point means. */
  readonly space: Claim['space'];
  readonly params: Claim['params'];
  readonly design: Design;
  /** Params of a trial that can't be evaluated, whoever tries; a hyperparameter among those that differ. */
  readonly badParams: Claim['params'];
}

/** The contract of a task: a manifest that says what the evaluator then measures, and an evaluator that obeys. */
export function describeTask(task: TaskUnderTest): void {
  describe(`task ${task.manifest.name}`, () => {
    describeManifest(task);
    if (task.evaluator !== undefined) describeEvaluator(task, task.evaluator);
  });
}

function settingsOf({ manifest, settings }: TaskUnderTest): unknown {
  const parsed = manifest.settings.safeParse(settings);
  if (!parsed.success) throw new Error(`the suite's settings are refused: ${JSON.stringify(parsed.error.issues)}`);
  return parsed.data;
}

function namesOf({ manifest }: TaskUnderTest, settings: unknown, when: readonly string[]): string[] {
  return manifest
    .metrics(settings)
    .filter((metric) => when.includes(metric.when) && metric.onDemand !== true)
    .map((metric) => metric.name)
    .sort();
}

async function prepared(task: TaskUnderTest) {
  const preparation = await task.manifest.prepare(settingsOf(task), task.environment);
  if (preparation.kind === 'refused') throw new Error(`refused: ${JSON.stringify(preparation.issues)}`);
  return preparation;
}

function describeManifest(task: TaskUnderTest): void {
  const { manifest } = task;

  it('has a name, a summary and metrics with names of their own', () => {
    expect(manifest.name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    expect(manifest.summary).toMatch(/\w.*\.$/);
    const names = manifest.metrics(settingsOf(task)).map((metric) => metric.name);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
  });

  it('refuses settings that it does not know', () => {
    expect(manifest.settings.safeParse({ ...task.settings, 'no-such-setting': 1 }).success).toBe(false);
  });

  it('accepts the hyperparameters of a trial, and none that can not be evaluated', () => {
    const hyperparameters = hyperparametersOf(manifest, settingsOf(task));
    if (hyperparameters === null) return;
    const accepts = ([name, value]: readonly [string, ParamValue]) =>
      hyperparameters[name.slice('hp.'.length)]?.value.safeParse(value).success;
    const given = (params: Claim['params']) => Object.entries(params).filter(([name]) => name.startsWith('hp.'));
    expect(given(task.params).map(accepts)).toEqual(given(task.params).map(() => true));
    const bad = given(task.badParams).filter(([name, value]) => task.params[name] !== value);
    expect(bad.length).toBeGreaterThan(0);
    expect(bad.map(accepts)).toEqual(bad.map(() => false));
  });

  it('is ready for good settings and says why it refuses others', async () => {
    const { context, maxStep, space } = await prepared(task);
    expect(maxStep).toBeGreaterThanOrEqual(1);
    const builds = manifest.branches.includes('arch');
    expect(builds ? context.classes : 1).toBeGreaterThanOrEqual(1);
    expect(space !== undefined).toBe(manifest.ownSpace === true);
    if (task.refused === undefined) return;
    const bad = manifest.settings.safeParse(task.refused);
    if (!bad.success) throw new Error('the schema itself refuses `refused`; give settings that it accepts');
    const refusal = await manifest.prepare(bad.data, task.environment);
    expect(refusal).toMatchObject({ kind: 'refused', issues: [{ path: [expect.anything()] }] });
  });

  it('computes the static metrics that it declares, the same every time', async () => {
    const settings = settingsOf(task);
    const { context } = await prepared(task);
    const metrics = manifest.staticMetrics(task.design, settings, context);
    expect(Object.keys(metrics).sort()).toEqual(namesOf(task, settings, ['static']));
    expect(manifest.staticMetrics(task.design, settings, context)).toEqual(metrics);
  });
}

/** Evaluates one attempt; `decide` answers each report. */
async function run(
  task: TaskUnderTest,
  evaluator: Evaluator,
  given: { claim?: Partial<Claim>; decide?: (step: number, abort: AbortController) => Decision; aborted?: boolean },
): Promise<EvaluatedTrial> {
  const { context } = await prepared(task);
  const { manifest, settings, space, params, environment } = task;
  const claim = { number: 3, params, task: { name: manifest.name, settings }, space, context, seed: 7, ...given.claim };
  return evaluateTrial({ evaluator, environment, ...given, claim });
}

function describeEvaluator(task: TaskUnderTest, evaluator: Evaluator): void {
  const full = () => run(task, evaluator, {});

  it('reports every step up to the last, with declared metrics, and ends with them', async () => {
    const { maxStep } = await prepared(task);
    const { outcome, reports, files } = await full();
    expect(reports.map(({ step }) => step)).toEqual(Array.from({ length: maxStep }, (_, i) => i + 1));
    expect(maxStep).toBeGreaterThanOrEqual(2);
    const declared = namesOf(task, settingsOf(task), ['report']);
    for (const { metrics } of reports) {
      expect(Object.keys(metrics).sort()).toEqual(declared);
      expect(Object.values(metrics).every((value) => value !== null && Number.isFinite(value))).toBe(true);
    }
    expect(outcome).toMatchObject({ kind: 'complete', metrics: reports.at(-1)?.metrics });
    expect(outcome.kind === 'complete' && outcome.artifacts.map(({ name }) => name).sort()).toEqual(
      [...files.keys()].sort(),
    );
  }, 30_000);

  it('gives the same numbers again for the same trial', async () => {
    const [first, second] = [await full(), await full()];
    const numbers = ({ reports }: EvaluatedTrial) => reports.map(({ metrics }) => withoutClock(metrics));
    expect(numbers(second)).toEqual(numbers(first));
  }, 30_000);

  it('gives other numbers for another seed', async () => {
    const [first, other] = [await full(), await run(task, evaluator, { claim: { seed: 8 } })];
    expect(withoutClock(other.reports.at(-1)?.metrics ?? {})).not.toEqual(
      withoutClock(first.reports.at(-1)?.metrics ?? {}),
    );
  }, 30_000);

  it('stops when told so, keeping what it has measured', async () => {
    const { outcome, reports } = await run(task, evaluator, { decide: () => 'stop' });
    expect(reports).toHaveLength(1);
    expect(outcome).toMatchObject({ kind: 'stopped', metrics: reports[0]?.metrics });
  }, 30_000);

  it('drops the trial when it is cancelled', async () => {
    const { outcome, reports } = await run(task, evaluator, { decide: () => 'cancel' });
    expect(reports).toHaveLength(1);
    expect(outcome).toEqual({ kind: 'cancelled' });
  }, 30_000);

  it('obeys an aborted signal before the next report', async () => {
    const decide = (_: number, abort: AbortController): Decision => {
      abort.abort();
      return 'continue';
    };
    const during = await run(task, evaluator, { decide });
    expect(during.outcome).toEqual({ kind: 'cancelled' });
    expect(during.reports).toHaveLength(1);
    const before = await run(task, evaluator, { aborted: true });
    expect(before).toMatchObject({ outcome: { kind: 'cancelled' }, reports: [] });
  }, 30_000);

  it('ends at the step that the fidelity names', async () => {
    const { outcome, reports } = await run(task, evaluator, { claim: { fidelity: 1 } });
    expect(reports.map(({ step }) => step)).toEqual([1]);
    expect(outcome.kind).toBe('complete');
  }, 30_000);

  it('fails for good, without a retry, on params that can not be evaluated', async () => {
    const { outcome, reports } = await run(task, evaluator, { claim: { params: task.badParams } });
    expect(reports).toEqual([]);
    expect(outcome).toMatchObject({ kind: 'failed', retry: false, failure: { code: 'bad-input' } });
  }, 30_000);

  it('measures its final metrics in mode final only', async () => {
    const final = namesOf(task, settingsOf(task), ['final']);
    const search = await full();
    const retrained = task.manifest.retrainsFinal ? await run(task, evaluator, { claim: { mode: 'final' } }) : search;
    const measured = ({ outcome }: EvaluatedTrial) => ('metrics' in outcome ? Object.keys(outcome.metrics) : []);
    expect(measured(search).filter((name) => final.includes(name))).toEqual([]);
    expect(task.manifest.retrainsFinal ? final.length : 1).toBeGreaterThan(0);
    expect(measured(retrained)).toEqual(expect.arrayContaining(task.manifest.retrainsFinal ? final : []));
  }, 60_000);
}
