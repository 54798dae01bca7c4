import { createRegistry, type JsonObject } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { sphereSpec, tasks } from '../testing/bench.js';
import { testPruners } from '../testing/test-pruners.js';
import { testSearchers } from '../testing/test-searchers.js';
import { checkSpec } from './check-spec.js';
import { prepareSpec } from './prepare-spec.js';

const registries = { searchers: testSearchers, pruners: testPruners, tasks };

function issuesOf(input: unknown) {
  const checked = checkSpec(input, registries);
  if (checked.kind === 'valid') throw new Error('the specification was found valid');
  return checked.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, message }));
}

/** Path, code and message of the one issue. */
type Expected = readonly [string, string, RegExp];

const conditional = {
  hp: {
    kind: { type: 'categorical', choices: ['a', 'b'] },
    x: { type: 'float', low: 0, high: 1, when: { kind: ['a'] } },
  },
};

describe('a specification', () => {
  it('is completed with defaults', () => {
    const checked = checkSpec(
      {
        name: ' a search ',
        task: { name: 'sphere' },
        space: { hp: { x: { type: 'float', low: 0, high: 1 } } },
        objectives: [{ metric: 'loss' }],
        searcher: { name: 'climb' },
        pruner: null,
        budget: { maxTrials: 5 },
      },
      registries,
    );
    expect(checked).toMatchObject({
      kind: 'valid',
      spec: {
        name: 'a search',
        task: { name: 'sphere', settings: { steps: 3, data: 'here' } },
        space: { hp: { x: { type: 'float', low: 0, high: 1 } } },
        objectives: [{ metric: 'loss', direction: 'minimize' }],
        constraints: [],
        searcher: { name: 'climb', options: { step: 1 } },
        budget: { maxTrials: 5, maxParallel: 1, maxAttempts: 3 },
        final: { top: 1 },
        seed: 0,
      },
    });
    expect(checked.kind === 'valid' && 'pruner' in checked.spec).toBe(false);
  });

  it('completes a reward with MnasNet’s exponents', () => {
    const reward = { accuracy: 'score', cost: 'units', target: 5 };
    const checked = checkSpec(sphereSpec({ objectives: [{ metric: 'reward', reward }] }), registries);
    const objective = { metric: 'reward', direction: 'maximize', reward: { ...reward, alpha: -0.07, beta: -0.07 } };
    expect(checked).toMatchObject({ kind: 'valid', spec: { objectives: [objective] } });
  });

  it('stays as it is when it is checked again', () => {
    const input = sphereSpec({
      description: 'why',
      pruner: { name: 'worst' },
      constraints: [{ metric: 'units', min: 1, max: 9 }],
      budget: { maxTrials: 5, maxTrialSeconds: 60 },
    });
    const once = checkSpec(input, registries);
    if (once.kind === 'refused') throw new Error('the specification is valid');
    expect(JSON.parse(JSON.stringify(once.spec))).toEqual(once.spec);
    expect(checkSpec(once.spec, registries)).toEqual(once);
  });

  it.each<[string, JsonObject, ...Expected]>([
    ['an unknown field', { sercher: {} }, 'sercher', 'unknown-key', /did you mean "searcher"/],
    ['an unknown task', { task: { name: 'sfere' } }, 'task.name', 'unknown-task', /did you mean "sphere"/],
    ['a bad setting', { task: { name: 'sphere', settings: { steps: 0 } } }, 'task.settings.steps', 'bad-range', />=1/],
    [
      'an unknown setting',
      { task: { name: 'sphere', settings: { step: 1 } } },
      'task.settings.step',
      'unknown-key',
      /did you mean "steps"/,
    ],
    [
      'an unknown searcher',
      { searcher: { name: 'climp' } },
      'searcher.name',
      'unknown-searcher',
      /did you mean "climb"/,
    ],
    [
      'a bad option',
      { searcher: { name: 'climb', options: { step: -1 } } },
      'searcher.options.step',
      'bad-range',
      />0/,
    ],
    [
      'an unknown option',
      { searcher: { name: 'climb', options: { stp: 1 } } },
      'searcher.options.stp',
      'unknown-key',
      /did you mean "step"/,
    ],
    [
      'an unknown key beside a name',
      { searcher: { name: 'climb', option: {} } },
      'searcher.option',
      'unknown-key',
      /option/,
    ],
    ['an unknown pruner', { pruner: { name: 'wurst' } }, 'pruner.name', 'unknown-pruner', /did you mean "worst"/],
    [
      'a branch that the task does not take',
      { space: { arch: { dialect: 'cnn-chain' } }, searcher: { name: 'uniform' } },
      'space.arch',
      'foreign-branch',
      /it takes hp/,
    ],
    [
      'an unknown hyperparameter',
      { space: { hp: { unitz: { type: 'int', low: 1, high: 2 } } } },
      'space.hp.unitz',
      'unknown-hyperparameter',
      /did you mean "units"/,
    ],
    [
      'an impossible range',
      { space: { hp: { x: { type: 'float', low: 2, high: 1 } } } },
      'space.hp.x.low',
      'bad-range',
      /./,
    ],
    [
      'a lowest value that the task does not take',
      { space: { hp: { units: { type: 'int', low: 0, high: 4 } } } },
      'space.hp.units.low',
      'bad-range',
      /units can't be 0\. .*>=1.*\(Size, a whole number from 1\)/,
    ],
    [
      'a highest value that the task does not take',
      { space: { hp: { x: { type: 'float', low: 0, high: 5.1 } } } },
      'space.hp.x.high',
      'bad-range',
      /x can't be 5\.1\. .*<=5/,
    ],
    [
      'a choice that the task does not take',
      { space: { hp: { units: { type: 'categorical', choices: [1, 'a'] } } } },
      'space.hp.units.choices.1',
      'bad-choice',
      /units can't be "a"/,
    ],
    [
      'fractions of what the task takes whole',
      { space: { hp: { units: { type: 'float', low: 8, high: 32 } } } },
      'space.hp.units.type',
      'bad-type',
      /units can't be 20\.5.*expected int/,
    ],
    [
      'an unknown objective',
      { objectives: [{ metric: 'lost' }] },
      'objectives.0.metric',
      'unknown-metric',
      /did you mean "loss"/,
    ],
    [
      'an objective given twice',
      { objectives: [{ metric: 'loss' }, { metric: 'loss' }], searcher: { name: 'uniform' } },
      'objectives.1.metric',
      'duplicate-metric',
      /once/,
    ],
    [
      'a bad direction',
      { objectives: [{ metric: 'loss', direction: 'down' }] },
      'objectives.0.direction',
      'bad-value',
      /"minimize"/,
    ],
    ['no objective', { objectives: [] }, 'objectives', 'bad-range', />=1/],
    [
      'an objective on a final metric',
      { objectives: [{ metric: 'test_loss' }] },
      'objectives.0.metric',
      'final-metric',
      /use one of loss, guess, units/,
    ],
    [
      'an objective on a metric of shared weights',
      { objectives: [{ metric: 'shared_loss' }] },
      'objectives.0.metric',
      'supernet-metric',
      /not of one network; use one of loss, guess, units, score/,
    ],
    [
      'a reward under the name of a metric',
      { objectives: [{ metric: 'loss', reward: { accuracy: 'score', cost: 'units', target: 5 } }] },
      'objectives.0.metric',
      'duplicate-metric',
      /give the reward another name/,
    ],
    [
      'a reward to minimise',
      { objectives: [{ metric: 'r', direction: 'minimize', reward: { accuracy: 'score', cost: 'units', target: 5 } }] },
      'objectives.0.direction',
      'bad-direction',
      /a reward is maximised/,
    ],
    [
      'a reward for an unknown metric',
      { objectives: [{ metric: 'r', reward: { accuracy: 'scor', cost: 'units', target: 5 } }] },
      'objectives.0.reward.accuracy',
      'unknown-metric',
      /did you mean "score"/,
    ],
    [
      'a reward that grows with a loss',
      { objectives: [{ metric: 'r', reward: { accuracy: 'loss', cost: 'units', target: 5 } }] },
      'objectives.0.reward.accuracy',
      'bad-direction',
      /must be a metric to maximize; loss is not/,
    ],
    [
      'a reward whose cost is good',
      { objectives: [{ metric: 'r', reward: { accuracy: 'score', cost: 'score', target: 5 } }] },
      'objectives.0.reward.cost',
      'bad-direction',
      /must be a metric to minimize; score is not/,
    ],
    [
      'a reward without a target',
      { objectives: [{ metric: 'r', reward: { accuracy: 'score', cost: 'units' } }] },
      'objectives.0.reward.target',
      'missing',
      /missing/,
    ],
    [
      'a reward for being slow',
      { objectives: [{ metric: 'r', reward: { accuracy: 'score', cost: 'units', target: 5, beta: 0.07 } }] },
      'objectives.0.reward.beta',
      'bad-range',
      /<=0/,
    ],
    [
      'a constraint on a final metric',
      { constraints: [{ metric: 'test_loss', max: 1 }] },
      'constraints.0.metric',
      'final-metric',
      /can't steer/,
    ],
    [
      'a constraint on an unknown metric',
      { constraints: [{ metric: 'unit', max: 1 }] },
      'constraints.0.metric',
      'unknown-metric',
      /did you mean "units"/,
    ],
    [
      'a constraint without a bound',
      { constraints: [{ metric: 'units' }] },
      'constraints.0',
      'missing',
      /min, max or both/,
    ],
    [
      'a constraint that nothing meets',
      { constraints: [{ metric: 'units', min: 2, max: 1 }] },
      'constraints.0.min',
      'bad-range',
      /not be above/,
    ],
    [
      'too many objectives for the searcher',
      { objectives: [{ metric: 'loss' }, { metric: 'units' }] },
      'searcher.name',
      'single-objective',
      /one objective, not 2/,
    ],
    [
      'too many objectives for the pruner',
      {
        searcher: { name: 'uniform' },
        pruner: { name: 'worst' },
        objectives: [{ metric: 'loss' }, { metric: 'units' }],
      },
      'pruner.name',
      'single-objective',
      /leave the pruner out/,
    ],
    [
      'conditions that the searcher can’t take',
      { space: conditional },
      'searcher.name',
      'no-conditions',
      /hp\.x has one/,
    ],
    ['no budget of trials', { budget: {} }, 'budget.maxTrials', 'missing', /it is missing/],
    ['an empty budget', { budget: { maxTrials: 0 } }, 'budget.maxTrials', 'bad-range', />=1/],
    ['half a trial', { budget: { maxTrials: 1.5 } }, 'budget.maxTrials', 'bad-type', /int/],
    ['nothing in parallel', { budget: { maxTrials: 1, maxParallel: 0 } }, 'budget.maxParallel', 'bad-range', />=1/],
    ['no attempt', { budget: { maxTrials: 1, maxAttempts: 0 } }, 'budget.maxAttempts', 'bad-range', />=1/],
    ['no time', { budget: { maxTrials: 1, maxTrialSeconds: 0 } }, 'budget.maxTrialSeconds', 'bad-range', />0/],
    ['no device time', { budget: { maxTrials: 1, maxDeviceSeconds: 0 } }, 'budget.maxDeviceSeconds', 'bad-range', />0/],
    ['a seed that is no whole number', { seed: 0.5 }, 'seed', 'bad-type', /int/],
    ['a name that is none', { name: ' ' }, 'name', 'bad-range', />=1/],
  ])('is refused with %s', (_what, change, ...[path, code, message]) => {
    const issues = issuesOf(sphereSpec(change));
    expect(issues.map((issue) => [issue.path, issue.code])).toEqual([[path, code]]);
    expect(issues[0]?.message).toMatch(message);
  });

  it('leaves the choice of a searcher to auto', () => {
    const [uniform] = testSearchers.entries;
    if (uniform === undefined) throw new Error('there is no searcher');
    const withAuto = createRegistry('searcher', [...testSearchers.entries, { ...uniform, name: 'auto' }]);
    const { searcher, ...open } = sphereSpec({});
    expect(searcher).toBeDefined();
    expect(checkSpec(open, { ...registries, searchers: withAuto })).toMatchObject({
      kind: 'valid',
      spec: { searcher: { name: 'auto', options: {} } },
    });
  });

  it('may write whole numbers as steps of a float', () => {
    const hp = { units: { type: 'float', low: 8, high: 32, step: 8 } };
    expect(checkSpec(sphereSpec({ space: { hp } }), registries).kind).toBe('valid');
  });

  it('says everything that is wrong at once', () => {
    const input = sphereSpec({ seed: 'one', budget: {}, searcher: { name: 'x' }, objectives: [{ metric: 'y' }] });
    expect(issuesOf(input).map(({ path }) => path)).toEqual([
      'budget.maxTrials',
      'seed',
      'objectives.0.metric',
      'searcher.name',
    ]);
    expect(issuesOf({ searcher: { name: 'uniform' } }).map(({ path, code }) => `${path} ${code}`)).toEqual(
      ['name', 'task', 'space', 'objectives', 'budget'].map((field) => `${field} missing`),
    );
    expect(issuesOf('name: x')).toMatchObject([{ path: '', code: 'bad-type' }]);
    expect(issuesOf(null)).toHaveLength(1);
  });

  it('is refused by its task when the data is not there', async () => {
    const input = sphereSpec({ task: { name: 'sphere', settings: { data: 'there' } } });
    expect(await prepareSpec(input, registries, { dataDir: '' })).toEqual({
      kind: 'refused',
      issues: [{ path: ['task', 'settings', 'data'], code: 'no-data', message: 'there is no "there"; use "here"' }],
    });
    expect(await prepareSpec(sphereSpec(), registries, { dataDir: '' })).toMatchObject({ kind: 'ready', maxStep: 3 });
  });
});
