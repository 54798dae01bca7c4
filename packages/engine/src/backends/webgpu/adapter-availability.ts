import type { BackendAvailability } from '../engine-backend.js';

/** What Dawn says about an adapter; each may be empty. */
export interface AdapterInfo {
  readonly vendor: string;
  readonly architecture: string;
  /** The card, in lower case and with dashes: `nvidia-h100-80gb-hbm3`. */
  readonly device: string;
  /** In Dawn the driver and its version, on NVIDIA's without the card. */
  readonly description: string;
}

/** Adapters that compute on the CPU. */
const software = /swiftshader|llvmpipe|lavapipe|basic render/i;

/** What an adapter is good for, named by its card where Dawn knows it. */
export function adapterAvailability(info: AdapterInfo): BackendAvailability {
  const { device, description, architecture, vendor } = info;
  const name = [device, description, architecture, vendor].find(Boolean) ?? 'unnamed adapter';
  const emulated = software.test(JSON.stringify(info));
  return {
    available: true,
    reason: emulated ? 'only an emulated GPU was found: slower than WASM' : 'Dawn found a GPU',
    device: `WebGPU: ${name}`,
    computesOn: 'gpu',
    automatic: !emulated,
  };
}
