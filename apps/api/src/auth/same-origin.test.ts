import { describe, expect, it } from '@jest/globals';
import { isSameOrigin } from './same-origin.js';

const own = 'http://cambium.example';

describe('isSameOrigin', () => {
  it('lets in pages of the host asked for, of the proxy in front, and of the public address', () => {
    expect(isSameOrigin({ host: '127.0.0.1:4000', origin: 'http://127.0.0.1:4000' }, own)).toBe(true);
    expect(
      isSameOrigin({ host: '127.0.0.1:4000', 'x-forwarded-host': 'lab:3000', origin: 'http://lab:3000' }, own),
    ).toBe(true);
    expect(isSameOrigin({ host: '127.0.0.1:4000', origin: 'http://cambium.example' }, own)).toBe(true);
  });

  it('lets in programs, which send no origin', () => {
    expect(isSameOrigin({ host: '127.0.0.1:4000' }, own)).toBe(true);
  });

  it('refuses other sites, other ports and what is no address', () => {
    for (const origin of ['http://evil.example', 'http://127.0.0.1:4001', 'null', 'http://cambium.example.evil']) {
      expect(isSameOrigin({ host: '127.0.0.1:4000', origin }, own)).toBe(false);
    }
  });
});
