import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { watchInterruption } from './interruption.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const exit = jest.spyOn(process, 'exit').mockImplementation((() => {}) as never);

beforeEach(() => void jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  for (const signal of signals) process.removeAllListeners(signal);
});

it('asks for an end in good order, takes a signal that is passed on for the same, and ends at once at the next', () => {
  const { signal, exitCode } = watchInterruption();
  expect(signal.aborted).toBe(false);
  process.emit('SIGINT');
  expect([signal.aborted, exitCode()]).toEqual([true, 130]);
  jest.advanceTimersByTime(100);
  process.emit('SIGINT');
  expect(exit).not.toHaveBeenCalled();
  jest.advanceTimersByTime(1000);
  process.emit('SIGINT');
  expect(exit).toHaveBeenCalledWith(130);
});

it('tells what happened by the exit code', async () => {
  const { happened, exitCode } = watchInterruption();
  process.emit('SIGTERM');
  await happened;
  expect(exitCode()).toBe(143);
});
