import { describe, expect, it } from '@jest/globals';
import { type ProbedBackend, planSlots } from './slots.js';

const backend = (name: string, available = true): ProbedBackend => ({
  name,
  available,
  automatic: name !== 'webgpu',
  device: null,
});

describe('planSlots', () => {
  it('makes one slot per core on a CPU backend', () => {
    const slots = planSlots({ backends: [backend('native', false), backend('wasm')], cores: 2, gpus: [] });
    expect(slots.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['wasm CPU core 0', 'wasm CPU core 1']);
  });

  it('makes one slot per GPU, each seeing its own', () => {
    const slots = planSlots({ backends: [backend('native'), backend('wasm')], cores: 16, gpus: [0, 1] });
    expect(slots.map(({ env }) => env['CUDA_VISIBLE_DEVICES'])).toEqual(['0', '1']);
  });

  it('takes an emulated GPU only by name', () => {
    const backends = [backend('webgpu'), backend('wasm')];
    expect(planSlots({ backends, cores: 1, gpus: [] })[0]?.kind).toBe('wasm');
    expect(planSlots({ backends, cores: 1, gpus: [], backend: 'webgpu' })[0]?.kind).toBe('webgpu');
  });

  it('shares GPUs when more slots are asked for', () => {
    const slots = planSlots({ backends: [backend('native')], cores: 16, gpus: [3], slots: 2 });
    expect(slots.map(({ name }) => name)).toEqual(['GPU 3', 'GPU 3']);
  });

  it('says which backends there are when the wanted one is not', () => {
    const ask = () => planSlots({ backends: [backend('wasm')], cores: 1, gpus: [], backend: 'native' });
    expect(ask).toThrow('backend "native" is not available here; available: wasm');
  });
});
