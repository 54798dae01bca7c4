import { describe, expect, it } from '@jest/globals';
import { formatBytes, formatCount, formatDuration, formatMetric, formatParam } from './format-number.js';

describe('formatMetric', () => {
  it.each([
    [null, '–'],
    [Number.NaN, '–'],
    [0, '0'],
    [0.84321, '0.8432'],
    [0.06667, '0.0667'],
    [0.001234, '0.00123'],
    [0.00031, '3.10e-4'],
    [12, '12'],
    [1234.56, '1234.6'],
    [33_178, '33178'],
    [415_968, '416k'],
    [2_500_000, '2.5M'],
  ])('shows %p as %p', (value, text) => expect(formatMetric(value)).toBe(text));
});

describe('formatCount', () => {
  it.each([
    [0, '0'],
    [940, '940'],
    [9999, '9999'],
    [12_400, '12.4k'],
    [100_000, '100k'],
    [3_100_000, '3.1M'],
    [2e9, '2G'],
  ])('shows %p as %p', (value, text) => expect(formatCount(value)).toBe(text));
});

describe('formatDuration', () => {
  it.each([
    [850, '850 ms'],
    [4200, '4.2 s'],
    [42_000, '42 s'],
    [192_000, '3 min 12 s'],
    [7_500_000, '2 h 05 min'],
    [273_600_000, '3 d 4 h'],
    [null, '–'],
  ])('shows %p as %p', (value, text) => expect(formatDuration(value)).toBe(text));
});

it('shows bytes with binary units', () => {
  expect(formatBytes(812)).toBe('812 B');
  expect(formatBytes(1024 * 1024 * 1.25)).toBe('1.25 MiB');
});

it('shows parameters of every type, without trailing zeros', () => {
  expect([formatParam(0.0010884), formatParam('adam'), formatParam(true), formatParam(undefined)]).toEqual([
    '0.001088',
    'adam',
    'true',
    '–',
  ]);
});
