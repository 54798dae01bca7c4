import { createRng, type JsonObject } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { requireSpace } from '../../require-space.js';
import { roundedChannels } from './scaled-stages.js';

const context = { inputShape: [32, 32, 3], classes: 10 } as const;
const spaceOf = (settings: JsonObject = {}) => requireSpace({ arch: { dialect: 'compound-scaling', ...settings } });
const paper = { 'arch.alpha': 1.2, 'arch.beta': 1.1, 'arch.gamma': 1.15 };

describe('compound-scaling', () => {
  it('rounds channels to multiples, never below 90 %', () => {
    expect([1, 11, 12, 17.6, 26.4, 35.2].map((channels) => roundedChannels(channels, 8))).toEqual([
      8, 16, 16, 16, 24, 32,
    ]);
    // EfficientNet-B2's widths from B0's.
    expect([32, 16, 24, 40, 80, 112, 192, 320].map((width) => roundedChannels(width * 1.1, 8))).toEqual([
      32, 16, 24, 48, 88, 120, 208, 352,
    ]);
    for (let channels = 1; channels < 300; channels++) {
      expect(roundedChannels(channels, 8)).toBeGreaterThanOrEqual(0.9 * channels);
    }
  });

  it('draws α, β and γ with α·β²·γ² near 2', () => {
    const space = spaceOf();
    const rng = createRng(1);
    let point = space.sample(rng);
    for (let i = 0; i < 100; i++) {
      point = i % 2 === 0 ? space.mutate(point, rng) : space.sample(rng);
      const [alpha, beta, gamma] = ['alpha', 'beta', 'gamma'].map((name) => Number(point[`arch.${name}`]));
      const factor = Number(alpha) * Number(beta) ** 2 * Number(gamma) ** 2;
      expect(Math.abs(factor - 2)).toBeLessThanOrEqual(0.1 + 1e-9);
    }
    expect(space.isFeasible(paper)).toBe(true);
    expect(space.isFeasible({ ...paper, 'arch.gamma': 1.4 })).toBe(false);
  });

  it('scales depth, width and resolution', () => {
    const nodes = spaceOf({ depths: [2, 5], widths: [80, 40] }).decode(paper, context).arch?.nodes ?? [];
    expect(nodes.find(({ id }) => id === 'resize')?.attributes).toEqual({ height: 37, width: 37 });
    const blocks = nodes.filter(({ block }) => block === 'inverted-residual');
    expect(blocks.map(({ attributes }) => attributes.filters)).toEqual([88, 88, 88, 48, 48, 48, 48, 48, 48]);
  });

  it('is the base network at φ = 0, whatever the factors', () => {
    const space = spaceOf({ phi: [0, 1] });
    const at = (alpha: number, beta: number, phi: number) =>
      space.canonicalKey({ ...paper, 'arch.alpha': alpha, 'arch.beta': beta, 'arch.phi': phi });
    expect(at(1.2, 1.1, 0)).toBe(at(1.4, 1.05, 0));
    expect(at(1.2, 1.1, 1)).not.toBe(at(1.2, 1.1, 0));
    const nodes = space.decode({ ...paper, 'arch.phi': 0 }, context).arch?.nodes ?? [];
    expect(nodes.some(({ block }) => block === 'resize')).toBe(false);
  });

  it('refuses lists without a feasible point, and stages that do not match', () => {
    expect(() => spaceOf({ alpha: [1], beta: [1], gamma: [1, 1.05] })).toThrow('give more values or a wider tolerance');
    expect(() => spaceOf({ depths: [1, 2] })).toThrow('2 depths and 3 widths');
  });
});
