import { type ArtifactStore, CambiumError } from '@cambium/core';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

/** A new, empty store, and what a test may do behind its back. */
export interface ArtifactStoreUnderTest {
  readonly store: ArtifactStore;
  /** How many files it keeps, unfinished ones included. */
  fileCount(): Promise<number>;
  /** Changes the stored bytes of this digest without changing their number. */
  corrupt(digest: string): Promise<void>;
  close(): Promise<void>;
}

const bytes = (text: string) => new TextEncoder().encode(text);
/** SHA-256 of `abc`: FIPS 180-2, appendix B.1. */
const abcDigest = 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const emptyDigest = 'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const unknownDigest = `sha256:${'0'.repeat(64)}`;

async function* inPieces(...pieces: readonly (Uint8Array | Error)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    await Promise.resolve();
    if (piece instanceof Error) throw piece;
    yield piece;
  }
}

/** The contract of core's ArtifactStore. */
export function describeArtifactStore(name: string, open: () => Promise<ArtifactStoreUnderTest>): void {
  describe(`artifact store: ${name}`, () => {
    let opened: ArtifactStoreUnderTest;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(async () => opened.close());

    it('names content by its SHA-256 and gives it back', async () => {
      const { store } = opened;
      expect(await store.put(bytes('abc'))).toEqual({ digest: abcDigest, bytes: 3 });
      expect(await store.has(abcDigest)).toBe(true);
      expect([...(await store.get(abcDigest))]).toEqual([...bytes('abc')]);
    });

    it('takes content in pieces', async () => {
      const { store } = opened;
      const stored = await store.put(inPieces(bytes('a'), bytes(''), bytes('bc')));
      expect(stored).toEqual({ digest: abcDigest, bytes: 3 });
      expect([...(await store.get(abcDigest))]).toEqual([...bytes('abc')]);
    });

    it('keeps empty content', async () => {
      const { store } = opened;
      expect(await store.put(new Uint8Array())).toEqual({ digest: emptyDigest, bytes: 0 });
      expect((await store.get(emptyDigest)).byteLength).toBe(0);
    });

    it('keeps megabytes', async () => {
      const { store } = opened;
      const large = Uint8Array.from({ length: 3_000_001 }, (_, i) => (i * 31) % 251);
      const { digest } = await store.put(inPieces(large.subarray(0, 1_234_567), large.subarray(1_234_567)));
      expect(Buffer.compare(await store.get(digest), large)).toBe(0);
    });

    it('keeps one copy of the same bytes, put twice or at the same time', async () => {
      const { store, fileCount } = opened;
      await store.put(bytes('abc'));
      await Promise.all(Array.from({ length: 8 }, () => store.put(bytes('abc'))));
      expect(await fileCount()).toBe(1);
    });

    it('says not-found for content that it does not have', async () => {
      const { store } = opened;
      expect(await store.has(unknownDigest)).toBe(false);
      await expect(store.get(unknownDigest)).rejects.toMatchObject({ name: CambiumError.name, code: 'not-found' });
    });

    it.each(['', 'abc', 'sha256:../../etc/passwd', `sha256:${'A'.repeat(64)}`, `md5:${'0'.repeat(64)}`])(
      'refuses %j, which is no digest',
      async (digest) => {
        await expect(opened.store.get(digest)).rejects.toMatchObject({ code: 'fix-input' });
        await expect(opened.store.has(digest)).rejects.toMatchObject({ code: 'fix-input' });
      },
    );

    it('gives up on content that does not match its digest, and is healed by storing it again', async () => {
      const { store, corrupt } = opened;
      await store.put(bytes('abc'));
      await corrupt(abcDigest);
      await expect(store.get(abcDigest)).rejects.toMatchObject({ name: CambiumError.name, code: 'give-up' });
      await store.put(bytes('abc'));
      expect([...(await store.get(abcDigest))]).toEqual([...bytes('abc')]);
    });

    it('keeps nothing of content that broke off', async () => {
      const { store, fileCount } = opened;
      const brokenOff = new Error('the sender is gone');
      await expect(store.put(inPieces(bytes('ab'), brokenOff))).rejects.toThrow('the sender is gone');
      expect(await fileCount()).toBe(0);
    });
  });
}
