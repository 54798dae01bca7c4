import { type Claim, choiceMetric, type DecodeContext, type Metrics } from '@cambium/core';
import { openBackend } from '@cambium/engine';
import { requireSpace } from '@cambium/spaces';
import { describeTask, type EvaluatedTrial, evaluateTrial, withoutClock } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { supernetEvaluator } from './evaluate.js';
import { supernetManifest } from './manifest.js';

const environment = { dataDir: 'no-such-folder', backend: 'wasm' };
const settings = {
  dataset: 'digits',
  epochs: 2,
  finalEpochs: 3,
  trainSize: 96,
  validationSize: 50,
  supernet: { epochs: 2, batchSize: 16, learningRate: 0.1 },
};
const context: DecodeContext = { inputShape: [8, 8, 1], classes: 10 };
const space: Claim['space'] = {
  hp: { lr: { type: 'float', low: 1e-4, high: 0.1, log: true } },
  arch: { dialect: 'nasbench201', ops: ['none', 'skip_connect', 'nor_conv_3x3'], cells: 1, width: 4, stages: 1 },
};
const compiled = requireSpace(space);
const edges = compiled.parameters.filter(({ branch }) => branch === 'arch').map(({ name }) => name);
const cell = (op: string) => Object.fromEntries(edges.map((name) => [name, op]));
const params = { 'hp.lr': 0.01, ...cell('nor_conv_3x3') };

const searchers = {
  'one-shot': { sampling: 'uniform' },
  darts: {
    method: 'softmax',
    order: 1,
    partialChannels: 2,
    selection: 'likeliest',
    perturbationEpochs: 0,
    alphaLearningRate: 0.003,
    alphaWeightDecay: 0.001,
    warmUpEpochs: 0,
    skipLimit: 0,
    watchEigenvalue: false,
    startTemperature: 10,
    endTemperature: 0.1,
    costTerm: 'flops',
    costForm: 'additive',
    costWeight: 0.1,
    costExponent: 0.6,
    costTarget: 1e5,
    latencyTarget: 1,
  },
  enas: {
    controller: 'lstm',
    units: 8,
    candidates: 3,
    controllerLearningRate: 0.0035,
    controllerSteps: 2,
    controllerSamples: 2,
    baselineDecay: 0.99,
    entropyWeight: 1e-4,
    tanhConstant: 1.1,
  },
} as const;

describeTask({
  manifest: supernetManifest,
  evaluator: supernetEvaluator,
  environment,
  settings,
  refused: { ...settings, trainSize: 1_000_000 },
  space,
  params,
  design: compiled.decode(params, context),
  badParams: { ...params, 'hp.lr': 0 },
});

interface Evaluated extends Pick<EvaluatedTrial, 'outcome' | 'files'> {
  readonly reports: readonly Metrics[];
}

async function evaluate(claim: Partial<Claim>, stored?: Uint8Array): Promise<Evaluated> {
  const { reports, ...evaluated } = await evaluateTrial({
    evaluator: supernetEvaluator,
    environment,
    claim: {
      params,
      resumeFrom: stored === undefined ? null : { digest: 'sha256:supernet', step: 2 },
      task: { name: 'supernet', settings },
      space,
      searcher: { name: 'one-shot', options: searchers['one-shot'] },
      context,
      ...claim,
    },
    stored: stored === undefined ? {} : { 'sha256:supernet': stored },
  });
  return { ...evaluated, reports: reports.map(({ metrics }) => metrics) };
}

function metricsOf({ outcome }: Evaluated): Metrics {
  if (outcome.kind !== 'complete') throw new Error(JSON.stringify(outcome));
  return outcome.metrics;
}

describe('supernet on digits', () => {
  it.each(Object.entries(searchers))(
    'is trained for %s, the same for the same seed, and leaves its weights',
    async (name, options) => {
      const claim = { mode: 'supernet', searcher: { name, options } };
      const first = await evaluate(claim);
      expect(first.reports).toHaveLength(2);
      expect(first.reports.at(-1)).toEqual(metricsOf(first));
      const again = await evaluate(claim);
      expect(withoutClock(metricsOf(again))).toEqual(withoutClock(metricsOf(first)));
      expect([...first.files.keys()]).toEqual(['checkpoint/supernet-2']);
      expect(again.files).toEqual(first.files);
      for (const edge of name === 'one-shot' ? [] : edges) {
        const weights = ['none', 'skip_connect', 'nor_conv_3x3'].map((op) => metricsOf(first)[`alpha.${edge}.${op}`]);
        expect(weights.reduce<number>((sum, weight) => sum + Number(weight), 0)).toBeCloseTo(1, 5);
      }
      const named = Object.keys(metricsOf(first)).filter((metric) => metric.startsWith('candidate.'));
      expect(named).toHaveLength(name === 'enas' ? 3 * edges.length : 0);
      expect(Object.keys(first.reports[0] ?? {}).filter((metric) => named.includes(metric))).toEqual([]);
    },
    30_000,
  );

  it.each([
    ['supernet', { name: 'darts', options: searchers.darts }, 2],
    ['supernet', { name: 'darts', options: { ...searchers.darts, costWeight: 1 } }, 2],
    ['shared-weights', { name: 'one-shot', options: searchers['one-shot'] }, 1],
  ])('reports in mode %s what its manifest declares, to the step that it names', async (mode, searcher, steps) => {
    const trained = await evaluate({ mode: 'supernet', searcher });
    const { reports } =
      mode === 'supernet' ? trained : await evaluate({ mode }, trained.files.get('checkpoint/supernet-2'));
    const given = supernetManifest.settings.safeParse(settings);
    if (!given.success) throw new Error('bad settings');
    expect(reports).toHaveLength(supernetManifest.modeSteps?.(mode, given.data) ?? 0);
    expect(reports).toHaveLength(steps);
    const choices = ['none', 'skip_connect', 'nor_conv_3x3'];
    const declared = supernetManifest
      .metrics(given.data)
      .flatMap(({ name, perChoice }) =>
        perChoice ? edges.flatMap((edge) => choices.map((op) => choiceMetric(name, edge, op))) : [name],
      );
    for (const metrics of reports) expect(declared).toEqual(expect.arrayContaining(Object.keys(metrics)));
  });

  it('measures the options on the trial’s device where latency counts, and tells what it expects', async () => {
    const options = { ...searchers.darts, partialChannels: 1, costTerm: 'latency', costForm: 'multiplicative' };
    const { outcome, reports } = await evaluate({
      mode: 'supernet',
      searcher: { name: 'darts', options },
      task: { name: 'supernet', settings: { ...settings, latency: { runs: 5 } } },
    });
    expect(outcome.kind).toBe('complete');
    for (const metrics of reports) {
      expect(metrics['expected_latency_ms']).toBeGreaterThan(0);
      expect(metrics['likeliest_latency_ms']).toBeGreaterThan(0);
      expect(metrics['expected_flops']).toBeUndefined();
    }
  }, 30_000);

  it('judges networks by shared weights: those of a trained supernet are worth more than chance', async () => {
    const claim = {
      mode: 'supernet',
      task: {
        name: 'supernet',
        settings: { ...settings, trainSize: 600, supernet: { ...settings.supernet, batchSize: 32, epochs: 8 } },
      },
    };
    const { files } = await evaluate(claim);
    const weights = files.get('checkpoint/supernet-8');
    if (weights === undefined) throw new Error('no weights');
    const { tf } = await openBackend('wasm');
    const judge = (op: string) =>
      evaluate({ mode: 'shared-weights', params: { 'hp.lr': 0.01, ...cell(op) } }, weights).then(metricsOf);
    const conv = await judge('nor_conv_3x3');
    const before = tf.memory().numTensors;
    const none = await judge('none');
    expect(withoutClock(await judge('nor_conv_3x3'))).toEqual(withoutClock(conv));
    expect(tf.memory().numTensors).toBe(before);
    expect(conv['val_accuracy']).toBeGreaterThan(0.25);
    expect(none['val_accuracy']).toBeLessThan(0.2);
  }, 30_000);

  it.each([
    [{ mode: 'shared-weights' }, 'needs a supernet to go on from'],
    [{ mode: 'supernet', searcher: { name: 'random', options: {} } }, 'random trains no supernet'],
    [{ mode: 'supernet', params: {} }, 'hp.lr'],
    [
      { mode: 'supernet', space: { hp: space['hp'] ?? {} }, params: { 'hp.lr': 0.01 } },
      'share no weights; take a dialect such as nasbench201',
    ],
    [{ mode: 'nonsense' }, 'knows no mode "nonsense"'],
  ])('refuses %j and says why', async (claim, message) => {
    expect((await evaluate(claim)).outcome).toMatchObject({
      kind: 'failed',
      retry: false,
      failure: { code: 'bad-input', message: expect.stringContaining(message) },
    });
  });
});
