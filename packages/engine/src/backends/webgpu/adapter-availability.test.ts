import { expect, it } from '@jest/globals';
import { adapterAvailability } from './adapter-availability.js';

it('names the card, not its driver, and takes it by itself', () => {
  const h100 = {
    vendor: 'nvidia',
    architecture: '',
    device: 'nvidia-h100-80gb-hbm3',
    description: 'NVIDIA: 580.159.04 580.159.4.0',
  };
  expect(adapterAvailability(h100)).toMatchObject({ device: 'WebGPU: nvidia-h100-80gb-hbm3', automatic: true });
});

it('takes an emulated GPU only by name', () => {
  const emulated = {
    vendor: 'google',
    architecture: 'swiftshader',
    device: 'swiftshader-device-subzero-',
    description: 'SwiftShader driver 5.0.0',
  };
  expect(adapterAvailability(emulated)).toMatchObject({
    available: true,
    device: 'WebGPU: swiftshader-device-subzero-',
    automatic: false,
  });
});

it('names an adapter that says nothing', () => {
  const unknown = { vendor: '', architecture: '', device: '', description: '' };
  expect(adapterAvailability(unknown).device).toBe('WebGPU: unnamed adapter');
});
