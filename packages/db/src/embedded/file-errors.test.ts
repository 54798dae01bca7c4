import { CambiumError } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { explainFileError, explainServerOutput } from './file-errors.js';

describe('file errors', () => {
  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EACCES', 'may not use the folder'],
    ['EROFS', 'read-only'],
    ['ENOTDIR', 'a file is where a folder should be'],
  ])('explain %s', (code, words) => {
    const error = explainFileError('/data', Object.assign(new Error('detail'), { code }));
    expect(error.code).toBe('give-up');
    expect(error.message).toContain('/data');
    expect(error.message).toContain(words);
    expect(error.message).toContain('detail');
  });

  it('find the reason in what PostgreSQL printed', () => {
    const full = explainServerOutput('/data', 'FATAL: could not write to file "pg_wal/x": No space left on device');
    expect(full.message).toContain('the disk is full');
    const closed = explainServerOutput('/data', 'initdb: error: could not access directory "/data": Permission denied');
    expect(closed.message).toContain('may not use the folder');
    expect(explainServerOutput('/data', 'FATAL: bad setting').message).toContain('FATAL: bad setting');
  });

  it('show what matters of a long output, without its times', () => {
    const output = [
      'creating subdirectories ... ok',
      'running bootstrap script ... 2026-01-02 03:04:05.678 UTC [9] FATAL:  could not extend file "base/1": No space left on device',
      '2026-01-02 03:04:05.678 UTC [9] HINT:  Check free disk space.',
      'child process exited with exit code 134',
    ].join('\n');
    const { message } = explainServerOutput('/data', output);
    expect(message).toContain('FATAL:  could not extend file "base/1": No space left on device');
    expect(message).not.toContain('subdirectories');
    expect(message).not.toContain('2026');
  });

  it('say that another program has the port', () => {
    const output = '2026-01-02 03:04:05 UTC [9] LOG:  could not bind IPv4 address "127.0.0.1": Address already in use';
    expect(explainServerOutput('/data', output).message).toContain('another program uses its port');
  });

  it('leave what is explained already', () => {
    const known = new CambiumError('give-up', 'known');
    expect(explainFileError('/data', known)).toBe(known);
  });
});
