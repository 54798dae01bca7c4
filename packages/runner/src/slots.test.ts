import { describe, expect, it } from '@jest/globals';
import { type ProbedBackend, planSlots } from './slots.js';

function backend(name: string, change: Partial<ProbedBackend> = {}): ProbedBackend {
  return { name, available: true, automatic: true, computesOn: 'cpu', device: null, ...change };
}
const wasm = backend('wasm');
const cuda = backend('native', { computesOn: 'cuda', device: 'TensorFlow on CUDA' });
const emulated = backend('webgpu', { computesOn: 'gpu', automatic: false, device: 'WebGPU: SwiftShader' });
const devices = ['0', '3'].map((id) => ({ id, name: `GPU ${id}` }));
const onCpu = { cores: 4, cudaDevices: [] };

const threads = (count: number) => ({
  TF_NUM_INTRAOP_THREADS: `${count}`,
  TF_NUM_INTEROP_THREADS: `${count}`,
  OMP_NUM_THREADS: `${count}`,
});

describe('planSlots on a CPU', () => {
  it('makes one slot per core, each with one thread', () => {
    const slots = planSlots({ ...onCpu, backends: [backend('native', { available: false }), wasm] });
    expect(slots.map(({ kind, name }) => `${kind} ${name}`)).toEqual([0, 1, 2, 3].map((i) => `wasm CPU core ${i}`));
    expect(slots.map(({ env }) => env)).toEqual(slots.map(() => threads(1)));
  });

  it('shares the cores among fewer slots', () => {
    const slots = planSlots({ ...onCpu, backends: [backend('native')], slots: 2 });
    expect(slots.map(({ name, env }) => [name, env])).toEqual([
      ['CPU cores 0–1', threads(2)],
      ['CPU cores 2–3', threads(2)],
    ]);
  });

  it('gives one thread to each of more slots than cores', () => {
    const slots = planSlots({ cores: 2, cudaDevices: [], backends: [wasm], slots: 3 });
    expect(slots.map(({ name, env }) => [name, env])).toEqual([0, 1, 0].map((i) => [`CPU core ${i}`, threads(1)]));
  });

  it('leaves the GPUs alone when TensorFlow computes on the CPU', () => {
    const slots = planSlots({ cores: 2, cudaDevices: devices, backends: [backend('native'), wasm] });
    expect(slots.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['native CPU core 0', 'native CPU core 1']);
    expect(slots.every(({ env }) => !('CUDA_VISIBLE_DEVICES' in env))).toBe(true);
  });
});

describe('planSlots on GPUs', () => {
  it('makes one slot per GPU, each seeing its own', () => {
    const slots = planSlots({ cores: 16, cudaDevices: devices, backends: [cuda, wasm] });
    expect(slots).toEqual([
      { kind: 'native', name: 'GPU 0', env: { CUDA_VISIBLE_DEVICES: '0' } },
      { kind: 'native', name: 'GPU 3', env: { CUDA_VISIBLE_DEVICES: '3' } },
    ]);
  });

  it('shares GPUs when more slots are asked for, and has none of them take all the memory', () => {
    const slots = planSlots({ cores: 16, cudaDevices: devices.slice(1), backends: [cuda], slots: 2 });
    const env = { CUDA_VISIBLE_DEVICES: '3', TF_FORCE_GPU_ALLOW_GROWTH: 'true' };
    expect(slots.map(({ name, env: own }) => [name, own])).toEqual([0, 1].map(() => ['GPU 3', env]));
  });

  it('makes one slot where the GPUs can’t be listed', () => {
    expect(planSlots({ cores: 16, cudaDevices: [], backends: [cuda] })).toEqual([
      { kind: 'native', name: 'TensorFlow on CUDA', env: {} },
    ]);
  });

  it('takes an emulated GPU only by name', () => {
    const backends = [emulated, wasm];
    expect(planSlots({ ...onCpu, backends })[0]?.kind).toBe('wasm');
    expect(planSlots({ ...onCpu, backends, backend: 'webgpu' })).toEqual([
      { kind: 'webgpu', name: 'WebGPU: SwiftShader', env: {} },
    ]);
    expect(planSlots({ ...onCpu, cudaDevices: devices, backends, backend: 'webgpu' })).toHaveLength(1);
  });
});

describe('planSlots', () => {
  it('says which backends there are when the wanted one is not', () => {
    const ask = () => planSlots({ ...onCpu, backends: [wasm], backend: 'native' });
    expect(ask).toThrow('backend "native" is not available here; available: wasm');
  });
});
