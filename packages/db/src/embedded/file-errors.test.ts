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

  it('leave what is explained already', () => {
    const known = new CambiumError('give-up', 'known');
    expect(explainFileError('/data', known)).toBe(known);
  });
});
