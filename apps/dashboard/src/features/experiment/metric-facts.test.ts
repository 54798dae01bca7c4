import { expect, it } from '@jest/globals';
import { metricFacts } from './metric-facts.js';
import type { MetricInfo } from './page-types.js';

const info = (name: string, unit: string, when: string) => ({ name, unit, when, description: 'd' }) as MetricInfo;

it('has units where there are any, in the order of the task, without what was not measured', () => {
  const infos = [
    info('acc', '1', 'report'),
    info('loss', 'nat', 'report'),
    info('memory', 'B', 'static'),
    info('params', '1', 'static'),
  ];
  const facts = metricFacts({ params: 12_345, memory: 2048, loss: 0.5, acc: 0.9, other: 1 }, infos, ['acc']);
  expect(facts.map(({ name, value }) => [name, value])).toEqual([
    ['loss', '0.5000 nat'],
    ['memory', '2 KiB'],
    ['params', '12.3k'],
  ]);
});
