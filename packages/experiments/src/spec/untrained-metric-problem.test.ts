import type { MetricDescriptor } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { untrainedMetricProblem } from './untrained-metric-problem.js';

const described = { description: '', unit: '', direction: 'minimize' } as const;
const loss: MetricDescriptor = { ...described, name: 'loss', when: 'report' };
const size: MetricDescriptor = { ...described, name: 'size', when: 'static' };
const proxy: MetricDescriptor = { ...described, name: 'proxy.naswot', when: 'report', untrained: true };

describe('a metric that designs are judged by before their training', () => {
  it('is known of an untrained design', () => {
    expect(untrainedMetricProblem('size', [loss, size, proxy])).toBeUndefined();
    expect(untrainedMetricProblem('proxy.naswot', [loss, size, proxy])).toBeUndefined();
  });

  it.each([
    ['loss', [loss, size, proxy], 'needs-training', 'loss takes a training; take one of size, proxy.naswot'],
    ['sizes', [loss, size], 'unknown-metric', 'did you mean "size"'],
    ['proxy.snip', [loss, size], 'unknown-metric', 'the task’s setting "proxies"'],
    ['params', [loss], 'needs-training', 'the task measures nothing without a training'],
  ])('is not %s', (name, metrics, code, message) => {
    expect(untrainedMetricProblem(name, metrics)).toEqual({ code, message: expect.stringContaining(message) });
  });
});
