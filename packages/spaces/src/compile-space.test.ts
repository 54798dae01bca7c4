import type { ExperimentSpec } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { compileSpace } from './compile-space.js';

/** `path code` of every issue. */
function issuesOf(space: unknown): string[] {
  const result = compileSpace(space as ExperimentSpec['space']);
  if (result.kind === 'compiled') return [];
  return result.issues.map(({ path, code }) => `${path.join('.')} ${code}`);
}

function messageOf(space: unknown): string {
  const result = compileSpace(space as ExperimentSpec['space']);
  return result.kind === 'compiled' ? 'compiled' : result.issues.map(({ message }) => message).join('\n');
}

const float = { type: 'float', low: 0, high: 1 };

describe('compileSpace', () => {
  it('puts the branches together, hyperparameters first', () => {
    const result = compileSpace({ aug: { dialect: 'randaugment' }, hp: { lr: float } });
    if (result.kind === 'refused') throw new Error('refused');
    expect(result.space.parameters.map(({ branch }) => branch)).toEqual(['hp', ...new Array(5).fill('aug')]);
    const params = result.space.parameters.length > 0 ? { 'hp.lr': 0.5, 'aug.count': 0 } : {};
    expect(result.space.decode(params, { inputShape: [8, 8, 1], classes: 2 })).toEqual({
      hp: { lr: 0.5 },
      aug: { kind: 'sequence', steps: [] },
    });
  });

  it('takes a hyperparameter called "dialect"', () => {
    expect(issuesOf({ hp: { dialect: float } })).toEqual([]);
    expect(issuesOf({ hp: { dialect: 'hp', lr: float } })).toEqual([]);
  });

  it.each([
    [{ hpp: { lr: float } }, 'hpp unknown-branch'],
    [{ hp: [] }, 'hp bad-branch'],
    [{ arch: {} }, 'arch.dialect missing-dialect'],
    [{ arch: { dialect: 'cnn-chian' } }, 'arch.dialect unknown-dialect'],
    [{ arch: { dialect: 'randaugment' } }, 'arch.dialect wrong-branch'],
    [{ arch: { dialect: 'cnn-chain', maxStage: 3 } }, 'arch.maxStage unknown-setting'],
    [{ arch: { dialect: 'cnn-chain', maxStages: 0 } }, 'arch.maxStages bad-setting'],
    [{ arch: { dialect: 'cnn-chain', kernels: [] } }, 'arch.kernels empty-choices'],
    [{ arch: { dialect: 'cnn-chain', kernels: [3, 3] } }, 'arch.kernels.1 duplicate-choice'],
    [{ arch: { dialect: 'cnn-chain', kernels: [4] } }, 'arch.kernels.0 bad-setting'],
    [{ arch: { dialect: 'cnn-chain', blockTypes: ['conf'] } }, 'arch.blockTypes.0 bad-setting'],
    [{ arch: { dialect: 'cnn-chain', widths: [512], widthGrowth: 4 } }, 'arch.widthGrowth too-wide'],
    [{ aug: { dialect: 'randaugment', minMagnitude: 0.95 } }, 'aug.minMagnitude bad-range'],
    [{ train: { dialect: 'procedure', learningRate: { low: 1 } } }, 'train.learningRate.low bad-range'],
    [{ train: { dialect: 'procedure', weightDecay: { low: 0 } } }, 'train.weightDecay.low bad-range'],
    [{ train: { dialect: 'procedure', learningRate: { lo: 1 } } }, 'train.learningRate.lo unknown-setting'],
  ])('refuses %j', (space, expected) => {
    expect(issuesOf(space)).toEqual([expected]);
  });

  it.each([
    [{ x: { type: 'flot', low: 0, high: 1 } }, 'hp.x.type bad-setting'],
    [{ x: { low: 0, high: 1 } }, 'hp.x.type bad-setting'],
    [{ 'x.y': float }, 'hp.x.y bad-setting'],
    [{ x: { type: 'float', low: 1, high: 1 } }, 'hp.x.low bad-range'],
    [{ x: { type: 'int', low: 5, high: 1 } }, 'hp.x.low bad-range'],
    [{ x: { type: 'int', low: 0.5, high: 1 } }, 'hp.x.low bad-setting'],
    [{ x: { type: 'float', low: 0, high: 1, log: true } }, 'hp.x.low bad-range'],
    [{ x: { type: 'float', low: 0, high: 1, step: 0.3 } }, 'hp.x.step bad-step'],
    [{ x: { type: 'float', low: 0, high: 1, step: 2 } }, 'hp.x.step bad-step'],
    [{ x: { type: 'float', low: 0.1, high: 1, log: true, step: 0.1 } }, 'hp.x.step bad-step'],
    [{ x: { type: 'float', low: 0, high: 1, step: 0 } }, 'hp.x.step bad-setting'],
    [{ x: { type: 'int', low: 1, high: 8, step: 2 } }, 'hp.x.step bad-step'],
    [{ x: { type: 'categorical', choices: [] } }, 'hp.x.choices empty-choices'],
    [{ x: { type: 'ordinal', choices: [1, 2, 1] } }, 'hp.x.choices.2 duplicate-choice'],
    [{ x: { ...float, high: Number.NaN } }, 'hp.x.high bad-setting'],
    [{ x: { ...float, hihg: 2 } }, 'hp.x.hihg unknown-setting'],
    [{ x: { ...float, when: { y: 1 } } }, 'hp.x.when.y unknown-parent'],
    [{ x: { ...float, when: { x: { min: 0 } } } }, 'hp.x.when.x condition-cycle'],
    [{ x: { ...float, when: { y: {} } }, y: float }, 'hp.x.when.y bad-condition'],
    [{ x: { ...float, when: { y: { min: 2 } } }, y: float }, 'hp.x.when.y impossible-condition'],
    [{ x: { ...float, when: { y: { min: 0.6, max: 0.4 } } }, y: float }, 'hp.x.when.y impossible-condition'],
    [
      { x: { ...float, when: { y: ['a', 'c'] } }, y: { type: 'categorical', choices: ['a', 'b'] } },
      'hp.x.when.y.1 impossible-condition',
    ],
    [
      { x: { ...float, when: { y: { min: 0 } } }, y: { type: 'categorical', choices: ['a', 'b'] } },
      'hp.x.when.y impossible-condition',
    ],
    [
      {
        a: { ...float, when: { c: { min: 0 } } },
        b: { ...float, when: { a: { min: 0 } } },
        c: { ...float, when: { b: { min: 0 } } },
      },
      'hp.a.when.c condition-cycle',
    ],
  ])('refuses the hyperparameters %j', (hp, expected) => {
    expect(issuesOf({ hp })).toEqual([expected]);
  });

  it('says everything that is wrong at once', () => {
    const space = { hp: { x: { type: 'float', low: 2, high: 1 } }, arch: { dialect: 'cnn' }, aug: {} };
    expect(issuesOf(space)).toEqual([
      'hp.x.low bad-range',
      'arch.dialect unknown-dialect',
      'aug.dialect missing-dialect',
    ]);
  });

  it('says what was probably meant and what would fit', () => {
    expect(messageOf({ arch: { dialect: 'cnn-chian' } })).toContain('did you mean "cnn-chain"');
    expect(messageOf({ arch: { dialect: 'cnn-chain', blockTypes: ['conf'] } })).toContain('did you mean "conv"');
    expect(messageOf({ hp: { x: { type: 'flot' } } })).toContain('did you mean "float"');
    expect(messageOf({ hp: { x: { ...float, step: 0.3 } } })).toContain('set high to 0.9');
    const circle = { a: { ...float, when: { b: { min: 0 } } }, b: { ...float, when: { a: { min: 0 } } } };
    expect(messageOf({ hp: circle })).toContain('a → b → a');
  });
});
