import { type Claim, createRng, type DecodeContext, type Metrics } from '@cambium/core';
import {
  backends as engineBackends,
  losses as engineLosses,
  optimizers as engineOptimizers,
  proxies as engineProxies,
  schedules as engineSchedules,
  openBackend,
  ruleNames,
} from '@cambium/engine';
import { losses, optimizers, requireSpace, schedules } from '@cambium/spaces';
import { describeTask, type EvaluatedTrial, evaluateTrial, withoutClock } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { imageClassificationEvaluator } from './evaluate.js';
import { imageClassificationManifest } from './manifest.js';
import { ruleOptimizer } from './procedure-fields.js';
import { backends, proxies } from './settings.js';

const environment = { dataDir: 'no-such-folder', backend: 'wasm' };
const settings = {
  dataset: 'digits',
  epochs: 2,
  finalEpochs: 4,
  trainSize: 128,
  validationSize: 60,
  training: { batchSize: 16 },
};
const context: DecodeContext = { inputShape: [8, 8, 1], classes: 10 };

const space: Claim['space'] = {
  hp: { lr: { type: 'float', low: 1e-4, high: 0.1, log: true }, dropout: { type: 'float', low: 0, high: 0.5 } },
  arch: { dialect: 'cnn-chain', maxStages: 2, widths: [8], blocks: [1] },
  aug: { dialect: 'randaugment' },
};
const params = {
  'hp.lr': 0.01,
  'hp.dropout': 0.1,
  'arch.0.block': 'conv',
  'arch.0.kernel': 3,
  'arch.0.skip': true,
  'arch.1.block': 'separable',
  'arch.1.kernel': 3,
  'aug.count': 1,
  'aug.magnitude': 0.2,
  'aug.geometry': true,
  'aug.colour': false,
  'aug.tone': false,
};

describeTask({
  manifest: imageClassificationManifest,
  evaluator: imageClassificationEvaluator,
  environment,
  settings,
  refused: { ...settings, trainSize: 1_000_000 },
  space,
  params,
  design: requireSpace(space).decode(params, context),
  badParams: { ...params, 'hp.lr': 0 },
});

describeTask({
  manifest: imageClassificationManifest,
  environment,
  settings: { ...settings, proxies: ['naswot'], proxiesOnly: true },
  refused: { ...settings, proxiesOnly: true },
  space,
  params,
  design: requireSpace(space).decode(params, context),
  badParams: { ...params, 'hp.lr': 0 },
});

interface Trained extends Pick<EvaluatedTrial, 'outcome' | 'files'> {
  /** One per report, without the clock's. */
  readonly reports: readonly (readonly [step: number, metrics: Metrics])[];
}

/** Evaluates one claim; `stored` are artifacts that it may load, by digest. */
async function train(claim: Partial<Claim>, stored: Readonly<Record<string, Uint8Array>> = {}): Promise<Trained> {
  const { reports, ...trained } = await evaluateTrial({
    evaluator: imageClassificationEvaluator,
    environment,
    claim: { params, task: { name: 'image-classification', settings }, space, context, ...claim },
    stored,
  });
  return { ...trained, reports: reports.map(({ step, metrics }) => [step, withoutClock(metrics)]) };
}

describe('image-classification on digits', () => {
  it('learns: most validation images are right after some epochs of the default network', async () => {
    const { reports } = await train({
      space: { hp: { lr: { type: 'float', low: 1e-4, high: 0.1, log: true } } },
      params: { 'hp.lr': 0.01 },
      task: { name: 'image-classification', settings: { dataset: 'digits', epochs: 4, trainSize: 1000 } },
    });
    const [, metrics] = reports.at(-1) ?? [0, {}];
    // Seeds 1 to 20 gave 0.948 to 0.98; a network that guesses gets 0.1.
    expect(metrics['val_accuracy']).toBeGreaterThan(0.9);
  }, 20_000);

  it('trains by everything that the train branch can say, and goes on from a checkpoint of it', async () => {
    const fixed = (value: unknown) => ({ search: false, value });
    const space = {
      arch: { dialect: 'cnn-chain', minStages: 1, maxStages: 1, widths: [8], blockTypes: ['conv'], skip: 'always' },
      train: {
        dialect: 'procedure',
        ...Object.fromEntries(
          ['warmup', 'weightDecay', 'labelSmoothing', 'mixup'].map((knob) => [knob, { search: false }]),
        ),
        optimizer: fixed('rmsprop'),
        momentum: fixed(0.5),
        learningRate: fixed(0.001),
        schedule: fixed('piecewise'),
        scheduleFactors: { points: 2 },
        loss: { search: true },
        clipNorm: fixed(5),
        samRho: fixed(0.05),
        emaDecay: fixed(0.9),
        dropout: fixed(0.1),
        dropPath: fixed(0.2),
      },
    } as unknown as Claim['space'];
    const given = {
      'train.scheduleFactors.0': 1,
      'train.scheduleFactors.1': 0.1,
      'train.loss': 'focal',
      'train.focalGamma': 1,
    };
    const params = requireSpace(space).repair(given, createRng(1));
    const whole = await train({ space, params, number: 3 });
    const start = await train({ space, params, number: 3, fidelity: 1 });
    const checkpoint = start.files.get('checkpoint/epoch-1') as Uint8Array;
    const resumeFrom = { digest: 'sha256:start', step: 1 };
    const rest = await train({ space, params, number: 8, resumeFrom }, { 'sha256:start': checkpoint });
    expect(whole.outcome.kind).toBe('complete');
    expect(rest.reports).toEqual(whole.reports.slice(1));
    expect(rest.files.get('model/weights.bin')).toEqual(whole.files.get('model/weights.bin'));
    // The network that is saved has the dropout, and knows nothing of dropped paths.
    const json = new TextDecoder().decode(whole.files.get('model/model.json'));
    expect(json).toContain('"Dropout"');
  }, 20_000);

  it('trains by an update rule of the space', async () => {
    const adam = {
      'train.groups': 1,
      'train.0.combine': 'divide',
      'train.0.left': 'm',
      'train.0.leftFunction': 'identity',
      'train.0.right': 'v',
      'train.0.rightFunction': 'sqrt',
    };
    const rated = (dialect: object, more: object) => ({
      space: { train: { ...dialect, learningRate: { search: false, value: 0.01 } } } as unknown as Claim['space'],
      params: more as Claim['params'],
    });
    const { reports } = await train(rated({ dialect: 'update-rule' }, adam));
    const off = Object.fromEntries(
      ['schedule', 'warmup', 'weightDecay', 'mixup'].map((knob) => [knob, { search: false }]),
    );
    const usual = { dialect: 'procedure', ...off, optimizer: { search: false, value: 'adamw' } };
    const { reports: expected } = await train(rated(usual, { 'train.labelSmoothing': 0 }));
    const losses = (rows: typeof reports) => rows.map(([, metrics]) => metrics['train_loss'] as number);
    expect(losses(reports)).toEqual(losses(expected).map((loss) => expect.closeTo(loss, 3)));
  }, 20_000);

  it('depends on the trial’s number, and on nothing but the seed and the number', async () => {
    const [first, other, together] = [
      await train({}),
      await train({ number: 1 }),
      // Two trials in one process, one step of the one between two of the other.
      await Promise.all([train({ attemptId: 'retry', epoch: 2 }), train({ number: 1 })]),
    ];
    expect(other.reports).not.toEqual(first.reports);
    expect(together.map(({ reports }) => reports)).toEqual([first.reports, other.reports]);
  }, 20_000);

  it('goes on from a checkpoint, under another number, as if it had never stopped', async () => {
    const whole = await train({ number: 3 });
    const start = await train({ number: 3, fidelity: 1 });
    const checkpoint = start.files.get('checkpoint/epoch-1');
    if (checkpoint === undefined) throw new Error(`no checkpoint among ${[...start.files.keys()].join()}`);
    const resumeFrom = { digest: 'sha256:start', step: 1 };
    const rest = await train({ number: 8, resumeFrom, fidelity: 2 }, { 'sha256:start': checkpoint });
    expect(rest.reports).toEqual(whole.reports.slice(1));
    expect(rest.files.get('model/weights.bin')).toEqual(whole.files.get('model/weights.bin'));
  }, 20_000);

  it('keeps the model of a complete trial, and no checkpoint that nobody can go on from', async () => {
    const { files } = await train({});
    expect([...files.keys()].sort()).toEqual(['model/model.json', 'model/weights.bin']);
  }, 20_000);

  it('calls a loss that is not finite diverged, and does not retry it', async () => {
    // A rate of 10 with an L2 decay of 1 multiplies every weight by about −9 at each step.
    const training = {
      optimizer: 'momentum',
      learningRate: 10,
      schedule: 'constant',
      warmup: 0,
      weightDecay: 1,
      batchSize: 16,
    };
    const { outcome } = await train({
      space: { hp: { dropout: { type: 'float', low: 0, high: 0.5 } } },
      params: { 'hp.dropout': 0 },
      task: { name: 'image-classification', settings: { ...settings, epochs: 8, training } },
    });
    expect(outcome).toMatchObject({
      kind: 'failed',
      retry: false,
      failure: { code: 'diverged', message: expect.stringContaining('try a lower learning rate') },
    });
  }, 20_000);

  it('measures no validation in the final training, and the test images once', async () => {
    const { outcome, reports } = await train({ mode: 'final' });
    expect(reports.map(([step, metrics]) => [step, Object.keys(metrics)])).toEqual(
      [1, 2, 3, 4].map((step) => [step, ['train_loss']]),
    );
    const metrics = outcome.kind === 'complete' ? outcome.metrics : {};
    expect(metrics['test_accuracy']).toBeGreaterThan(0.2);
    expect(metrics['test_loss']).toBeGreaterThan(0);
  }, 20_000);

  it('measures the proxies that settings name before any training, and in the search only', async () => {
    const task = { name: 'image-classification', settings: { ...settings, proxies: ['synflow', 'jacob_cov'] } };
    const [plain, { reports }] = [await train({}), await train({ task })];
    const [first, last] = reports.map(([, metrics]) => metrics);
    expect([first?.['proxy.synflow'], first?.['proxy.jacob_cov']]).toEqual([expect.any(Number), expect.any(Number)]);
    expect(last?.['proxy.synflow']).toBe(first?.['proxy.synflow']);
    expect(last?.['val_accuracy']).toBe(plain.reports.at(-1)?.[1]['val_accuracy']);
    const { outcome } = await train({ task, mode: 'final' });
    expect(Object.keys(outcome.kind === 'complete' ? outcome.metrics : {})).not.toContain('proxy.synflow');
  }, 20_000);

  it('ends after the proxies where nothing else is asked for, and trains the winner', async () => {
    const task = {
      name: 'image-classification',
      settings: { ...settings, proxies: [...proxies], proxiesOnly: true },
    };
    const { outcome, reports, files } = await train({ task });
    expect(reports.map(([step, metrics]) => [step, Object.keys(metrics)])).toEqual([
      [1, proxies.map((name) => `proxy.${name}`)],
    ]);
    expect(Object.values(reports[0]?.[1] ?? {}).every(Number.isFinite)).toBe(true);
    expect(outcome).toEqual({ kind: 'complete', metrics: reports[0]?.[1], artifacts: [] });
    expect([...files.keys()]).toEqual([]);
    const trained = { ...task, settings: { ...task.settings, proxiesOnly: false } };
    expect((await train({ task: trained, mode: 'proxy' })).outcome).toEqual(outcome);
    const final = await train({ task, mode: 'final' });
    expect(final.outcome).toMatchObject({ kind: 'complete', metrics: { test_accuracy: expect.any(Number) } });
  }, 20_000);

  it('reports before the training where a pruner judges by that, and obeys', async () => {
    const task = { name: 'image-classification', settings: { ...settings, proxies: ['naswot'] } };
    const claim = { params, task, space, context, untrainedMetric: 'latency_ms' };
    const judged = { evaluator: imageClassificationEvaluator, environment };
    const { outcome, reports } = await evaluateTrial({ ...judged, claim, decide: () => 'stop' });
    const metrics = { 'proxy.naswot': expect.any(Number), latency_ms: expect.any(Number) };
    expect(reports).toEqual([{ step: 0, metrics: expect.objectContaining(metrics) }]);
    expect(outcome).toEqual({ kind: 'stopped', metrics: reports[0]?.metrics, artifacts: [] });
    const cancelled = await evaluateTrial({ ...judged, claim, decide: () => 'cancel' });
    expect(cancelled.outcome).toEqual({ kind: 'cancelled' });
    const trained = await train({ untrainedMetric: 'params' });
    expect(trained.reports.map(([step]) => step)).toEqual([0, 1, 2]);
    expect(trained.reports[2]?.[1]).toEqual((await train({})).reports[1]?.[1]);
  }, 20_000);

  it.each([
    [{ mode: 'supernet' }, 'knows no mode "supernet"'],
    [{ resumeFrom: { digest: 'x', step: 2 } }, 'the checkpoint is of epoch 2, but the trial ends at 2'],
    [{ context: { ...context, classes: 11 } }, 'data set digits has changed'],
    [{ params: { ...params, 'hp.lrr': 1 } }, 'hp.lrr'],
    [{ task: { name: '', settings: { ...settings, backend: 'wsam' } } }, 'did you mean "wasm"?'],
  ])('refuses %j and says why', async (claim, message) => {
    expect((await train(claim)).outcome).toMatchObject({
      kind: 'failed',
      retry: false,
      failure: { code: 'bad-input', message: expect.stringContaining(message) },
    });
  });

  it.each<[string, Partial<Claim>]>([
    ['an objective', { objectives: [{ metric: 'latency_ms', direction: 'minimize' }] }],
    ['a constraint', { constraints: [{ metric: 'peak_memory_mb', max: 100 }] }],
    ['a setting', { task: { name: '', settings: { ...settings, latency: { measure: 'always', runs: 5 } } } }],
  ])(
    'measures latency and memory where %s asks for it, and reports them from the first epoch',
    async (_, claim) => {
      const { reports } = await train({ fidelity: 1, ...claim });
      const [, metrics] = reports[0] ?? [0, {}];
      expect(metrics).toMatchObject({
        latency_ms: expect.any(Number),
        latency_spread_ms: expect.any(Number),
        peak_memory_mb: expect.any(Number),
      });
      expect(metrics['latency_ms']).toBeGreaterThan(0);
      expect(metrics['peak_memory_mb']).toBeLessThan(1);
    },
    20_000,
  );

  it('leaves no tensor behind', async () => {
    const { tf } = await openBackend('wasm');
    await train({});
    const before = tf.memory().numTensors;
    await train({});
    await train({ mode: 'final' });
    expect(tf.memory().numTensors).toBe(before);
  }, 20_000);
});

describe('names that the manifest lists for the engine', () => {
  it('are the engine’s', () => {
    expect([...optimizers, ruleOptimizer].sort()).toEqual(engineOptimizers.names);
    expect([...losses].sort()).toEqual(engineLosses.names);
    expect([...schedules].sort()).toEqual(engineSchedules.names);
    expect([...backends].sort()).toEqual(engineBackends.names);
    expect([...proxies].sort()).toEqual(engineProxies.names);
  });

  it.each([
    ['optimizer', engineOptimizers.names.filter((name) => name !== ruleOptimizer)],
    ['schedule', engineSchedules.names],
    ['loss', engineLosses.names],
  ] as const)('are all that the dialect procedure can choose of each %s', (knob, names) => {
    const space = requireSpace({ train: { dialect: 'procedure', [knob]: { search: true, choices: [...names] } } });
    const domain = space.parameters.find(({ name }) => name === `train.${knob}`)?.domain;
    expect(domain).toEqual({ kind: 'categorical', choices: names });
  });

  it('are all that update rules are made of', () => {
    const { operands, functions, combinations } = ruleNames;
    const domains = (part: string) => {
      const space = requireSpace({ train: { dialect: 'update-rule' } });
      const domain = space.parameters.find(({ name }) => name === `train.0.${part}`)?.domain;
      return domain?.kind === 'categorical' ? [...domain.choices].sort() : [];
    };
    expect(domains('left')).toEqual(operands);
    expect(domains('leftFunction')).toEqual(functions);
    expect(domains('combine')).toEqual(combinations);
  });
});
