import { afterAll, describe, expect, it } from '@jest/globals';
import { onEachBackend } from '../testing/on-each-backend.js';

/** Native TensorFlow with all its threads, WebGPU on an emulated GPU too. The README names the known exceptions. */
await onEachBackend((name, { backend }) => {
  describe(`training on ${name}`, () => {
    afterAll(() => backend.close());

    it('gives the same weights again, and after a resume, bit for bit; no tensor is left', async () => {
      const before = backend.numTensors();
      const whole = await backend.train({ epochs: 2 });
      const again = await backend.train({ epochs: 2 });
      const first = await backend.train({ epochs: 1 });
      const resumed = await backend.train({ epochs: 2, resume: first });
      expect(Buffer.compare(whole, again)).toBe(0);
      expect(Buffer.compare(whole, resumed)).toBe(0);
      expect(Buffer.compare(whole, first)).not.toBe(0);
      expect(backend.numTensors()).toBe(before);
    }, 180_000);
  });
});
