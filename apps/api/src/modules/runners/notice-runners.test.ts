import type { RunnerDescription } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { noticeRunners } from './notice-runners.js';

describe('noticeRunners', () => {
  it('notes a runner once a second, and at once when it changed', async () => {
    const notes: string[] = [];
    let now = 0;
    const seen = async ({ id, name }: RunnerDescription, workspaceId: string, at: number) =>
      void notes.push(`${at} ${workspaceId} ${id} ${name}`);
    const notice = noticeRunners({ seen }, { now: () => now });
    const runner = { id: 'r', name: 'old', slots: [] };
    const steps: [number, RunnerDescription, string][] = [
      [0, runner, 'w'],
      [999, runner, 'w'],
      [999, { ...runner, id: 's' }, 'w'],
      [1000, runner, 'w'],
      [1001, { ...runner, name: 'new' }, 'w'],
      [1002, { ...runner, name: 'new' }, 'v'],
      [1500, { ...runner, name: 'new' }, 'v'],
    ];
    for (const [at, description, workspaceId] of steps) {
      now = at;
      await notice(description, workspaceId);
    }
    expect(notes).toEqual(['0 w r old', '999 w s old', '1000 w r old', '1001 w r new', '1002 v r new']);
  });

  it('notes again what could not be noted', async () => {
    let tries = 0;
    const seen = async () => {
      tries += 1;
      if (tries === 1) throw new Error('the database is away');
    };
    const notice = noticeRunners({ seen }, { now: () => 0 });
    const runner = { id: 'r', name: 'name', slots: [] };
    await expect(notice(runner, 'w')).rejects.toThrow('away');
    await notice(runner, 'w');
    await notice(runner, 'w');
    expect(tries).toBe(2);
  });
});
