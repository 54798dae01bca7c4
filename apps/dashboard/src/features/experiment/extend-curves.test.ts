import { expect, it } from '@jest/globals';
import type { EventBatch } from './event-hub.js';
import { type Curve, curveLimit, extendCurves } from './extend-curves.js';

const reported = (trialNumber: number, step: number, metrics: Record<string, number>) => ({
  type: 'trial.reported',
  trialNumber,
  payload: { step, metrics },
});
const batch = (events: object[], trials: object[] = []) => ({ events, trials }) as unknown as EventBatch;
const curve: Curve = { trialNumber: 1, state: 'running', step: [1, 2], value: [0.1, 0.2] };

it('adds points and begins the curves of new trials', () => {
  const batches = [
    batch([reported(1, 3, { acc: 0.3, loss: 9 }), reported(2, 1, { acc: 0.5 }), reported(2, 2, { loss: 1 })]),
  ];
  expect(extendCurves([curve], batches, 'acc')).toEqual([
    { ...curve, step: [1, 2, 3], value: [0.1, 0.2, 0.3] },
    { trialNumber: 2, state: 'running', step: [1], value: [0.5] },
  ]);
});

it('replaces the points of an attempt that a new one runs again', () => {
  const [first] = extendCurves([curve], [batch([reported(1, 1, { acc: 0.7 })])], 'acc');
  expect(first).toMatchObject({ step: [1], value: [0.7] });
});

it('follows the states of its trials', () => {
  expect(extendCurves([curve], [batch([], [{ number: 1, state: 'pruned' }])], 'acc')[0]?.state).toBe('pruned');
});

it('keeps running curves when there are too many', () => {
  const many = Array.from(
    { length: curveLimit },
    (_, i): Curve => ({ ...curve, trialNumber: i, state: i === 0 ? 'running' : 'complete' }),
  );
  const numbers = extendCurves(many, [batch([reported(999, 1, { acc: 1 })])], 'acc').map((each) => each.trialNumber);
  expect(numbers).toHaveLength(curveLimit);
  expect(numbers).toContain(0);
  expect(numbers).not.toContain(1);
});
