import {
  createRng,
  type IntermediateReport,
  type Json,
  type Objective,
  type PrunerDefinition,
  type Registry,
} from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { deepFreeze } from './search/deep-freeze.js';

const one: readonly Objective[] = [{ metric: 'accuracy', direction: 'maximize' }];
/** Of both directions. What is better in one is better in the other, so that it is clear what must be decided. */
const several: readonly Objective[] = [...one, { metric: 'cost', direction: 'minimize' }];
const maxStep = 9;

interface Replay {
  readonly decisions: readonly string[];
  readonly state: Json;
}

/** Options, or what they are when values are maximised (1) or negated and minimised (−1). */
type PrunerOptions = object | ((sign: 1 | -1) => object);

export interface PrunerSuite {
  /** Tested besides the defaults, by pruner. */
  readonly options?: Readonly<Record<string, readonly PrunerOptions[]>>;
  /** Pruners that by default know nothing to hold against a trial but a value that is no number. */
  readonly boundless?: readonly string[];
}

/**
 * Runs the contract of pruners over a whole registry, with two objectives too where they can have several. An empty
 * registry fails.
 */
export function describePruner(
  pruners: Registry<PrunerDefinition>,
  { options = {}, boundless = [] }: PrunerSuite = {},
): void {
  it('has pruners to test', () => expect(pruners.names).not.toEqual([]));
  const cases = pruners.names.flatMap((name) =>
    [{}, ...(options[name] ?? [])].flatMap((each) => {
      const pruner = pruners.get(name);
      // One that judges by a metric of its own is told what is better there.
      const direction = (sign: 1 | -1) => ({ direction: sign > 0 ? 'maximize' : 'minimize' });
      const own = pruner.untrainedMetric === undefined ? () => ({}) : direction;
      const given = (sign: 1 | -1) => ({ ...own(sign), ...(typeof each === 'function' ? each(sign) : each) });
      const text = JSON.stringify(given(1));
      return (pruner.capabilities.multiObjective ? [one, several] : [one]).map((objectives) => ({
        name,
        text,
        given,
        objectives,
        metrics: objectives.map(({ metric }) => metric).join(' and '),
      }));
    }),
  );

  describe.each(cases)('pruner $name with $text for $metrics', ({ name, text, given, objectives: own }) => {
    const pruner = pruners.get(name);
    const first = pruner.untrainedMetric === undefined ? 1 : 0;
    const { curve, curves, interleaved } = reportsFrom(first);
    /** Reports of a trial that nobody stops. */
    const length = maxStep + 1 - first;
    const opposite = own.map(({ metric, direction }): Objective => {
      return { metric, direction: direction === 'maximize' ? 'minimize' : 'maximize' };
    });
    const parse = (objectives: readonly Objective[]) =>
      pruner.options.safeParse(given(objectives[0]?.direction === 'maximize' ? 1 : -1));
    const context = (objectives = own) => {
      const parsed = parse(objectives);
      return { options: parsed.success ? parsed.data : undefined, objectives, maxStep, rng: createRng(1) };
    };
    const decide = (
      reports: readonly IntermediateReport[],
      { objectives = own, store = (state: Json) => JSON.parse(JSON.stringify(state)) as Json } = {},
    ): Replay => {
      let state = store(pruner.init(context(objectives)));
      const decisions = reports.map((report) => {
        const answer = pruner.report(state, context(objectives), withEach(report, objectives));
        state = store(answer.state);
        return answer.decision;
      });
      return { decisions, state };
    };

    it('describes itself and has defaults for every option', () => {
      expect(pruner.summary).toMatch(/^[A-Z].{20,}\.$/);
      expect([parse(own).success, parse(opposite).success]).toEqual([true, true]);
      expect(pruner.options.safeParse({ 'no-such-option': 1 }).success).toBe(false);
    });

    it('decides the same from the same reports, with its memory in JSON, never changed in place', () => {
      const reports = interleaved(40, 8);
      const once = decide(reports);
      expect(decide(reports)).toEqual(once);
      expect(decide(reports, { store: deepFreeze }).decisions).toEqual(once.decisions);
      expect(new Set(once.decisions)).toEqual(new Set(['continue', 'stop']));
    });

    it('never stops a trial at its last step', () => {
      const reports = interleaved(60, 8);
      const { decisions } = decide(reports);
      expect(decisions.filter((decision, i) => decision === 'stop' && reports[i]?.step === maxStep)).toEqual([]);
      expect(reports.some(({ step }) => step === maxStep)).toBe(true);
    });

    it('stops the hopeless before their end and never the best so far', () => {
      const good = curves(12, (trial, step) => 0.5 + 0.01 * trial + 0.01 * step);
      // Several, since a pruner may let some of them go on whatever they report (the last bracket of hyperband).
      const bad = curves(20, () => 0.01).map((report) => ({ ...report, trial: 100 + report.trial }));
      const { decisions } = decide([...good, ...bad, ...curve(200, () => 0.99)]);
      const judged = decisions.slice(good.length, -length);
      expect(judged.includes('stop')).toBe(!(boundless.includes(name) && text === '{}'));
      expect(decisions.slice(-length)).not.toContain('stop');
      expect(decisions.slice(0, length)).not.toContain('stop');
    });

    it('minimises as it maximises', () => {
      const reports = interleaved(40, 8);
      const negated = reports.map((report) => ({ ...report, values: report.values.map((value) => -value) }));
      expect(decide(negated, { objectives: opposite }).decisions).toEqual(decide(reports).decisions);
    });

    it('holds a value that is no number for worse than any, in either direction', () => {
      for (const [objectives, sign] of [
        [own, 1],
        [opposite, -1],
      ] as const) {
        const others = curves(12, (trial) => sign * (0.5 + 0.01 * trial));
        const lost = [...others, ...curve(100, () => Number.NaN)];
        expect(decide(lost, { objectives }).decisions.slice(-length)).toContain('stop');
        // Those that diverged are no reason to stop one that did not.
        const diverged = [...curves(12, () => Number.NaN), ...curve(100, () => sign * 0.5)];
        expect(decide(diverged, { objectives }).decisions.slice(-length)).not.toContain('stop');
      }
    });

    it('counts a retried trial once: what it reports again changes no decision about others', () => {
      const reports = interleaved(40, 8);
      const once = decide(reports).decisions;
      const doubled = reports.flatMap((report) => [report, report]);
      const twice = decide(doubled).decisions;
      expect(twice.filter((_, i) => i % 2 === 0)).toEqual(once);
      // Started again after four reports.
      const early = curve(3, () => 0.5).slice(0, 4);
      const rest = curves(10, (trial) => 0.3 + 0.04 * trial);
      const retried = decide([...early, ...early, ...early, ...rest]).decisions.slice(-rest.length);
      expect(retried).toEqual(decide([...early, ...rest]).decisions.slice(-rest.length));
    });

    it('keeps a state that grows by no more than its reports', () => {
      const reports = interleaved(300, 8);
      const { state } = decide(reports, { store: (kept) => kept });
      expect(JSON.stringify(state).length).toBeLessThan(JSON.stringify(reports).length);
    });
  });
}

/** The report with a value for each objective; reports are made with one for the first. */
function withEach(report: IntermediateReport, objectives: readonly Objective[]): IntermediateReport {
  const [value = Number.NaN] = report.values;
  const isAsFirst = ({ direction }: Objective) => direction === objectives[0]?.direction;
  return { ...report, values: objectives.map((objective) => (isAsFirst(objective) ? value : -value)) };
}

/** Trials whose first report is of this step. */
function reportsFrom(first: 0 | 1) {
  /** One trial from its first step to its last. */
  function curve(trial: number, valueAt: (step: number) => number): IntermediateReport[] {
    return Array.from({ length: maxStep + 1 - first }, (_, i) => {
      return { trial, step: first + i, values: [valueAt(first + i)] };
    });
  }

  /** Trials 0, 1, 2 … one after the other, each to its last step. */
  function curves(count: number, valueAt: (trial: number, step: number) => number): IntermediateReport[] {
    return Array.from({ length: count }, (_, trial) => curve(trial, (step) => valueAt(trial, step))).flat();
  }

  /** Learning curves of random quality on `workers` workers that report in random turns; every eleventh value is NaN. */
  function interleaved(trials: number, workers: number): IntermediateReport[] {
    const rng = createRng('interleaved');
    const reports: IntermediateReport[] = [];
    const running: { trial: number; step: number; quality: number }[] = [];
    let started = 0;
    const start = () => running.push({ trial: started++, step: first - 1, quality: rng.next() });
    while (started < Math.min(workers, trials)) start();
    while (running.length > 0) {
      const turn = rng.pick(running);
      turn.step++;
      const value = turn.quality * (1 - 0.8 ** turn.step) + 0.05 * rng.normal();
      reports.push({ trial: turn.trial, step: turn.step, values: [rng.int(11) === 0 ? Number.NaN : value] });
      if (turn.step < maxStep) continue;
      running.splice(running.indexOf(turn), 1);
      if (started < trials) start();
    }
    return reports;
  }

  return { curve, curves, interleaved };
}
