import { describe, expect, it } from '@jest/globals';
import { listedCudaDevices, visibleCudaDevices } from './cuda-devices.js';

describe('visibleCudaDevices', () => {
  it.each([
    ['', []],
    ['2', ['2']],
    ['1,0', ['1', '0']],
    ['0, 3', ['0', '3']],
    ['-1', []],
    ['0,-1,1', ['0']],
    ['NoDevFiles', []],
    ['GPU-8932f937,MIG-GPU-8932f937/1/0,MIG-b0c8a3d1', ['GPU-8932f937', 'MIG-GPU-8932f937/1/0', 'MIG-b0c8a3d1']],
  ])('reads %j as CUDA does', (variable, ids) => {
    expect(visibleCudaDevices(variable).map((device) => device.id)).toEqual(ids);
  });

  it('names an index for people, and leaves a UUID as it is', () => {
    expect(visibleCudaDevices('3,GPU-8932f937').map(({ name }) => name)).toEqual(['GPU 3', 'GPU-8932f937']);
  });
});

describe('listedCudaDevices', () => {
  it('reads the table of nvidia-smi', () => {
    expect(listedCudaDevices('0, GPU-8932f937-d72c\n1, GPU-1f0c9a44-aa01\n')).toEqual([
      { id: 'GPU-8932f937-d72c', name: 'GPU 0' },
      { id: 'GPU-1f0c9a44-aa01', name: 'GPU 1' },
    ]);
  });

  it('finds none in an empty answer or an error', () => {
    expect(listedCudaDevices('')).toEqual([]);
    expect(listedCudaDevices('No devices were found\n')).toEqual([]);
  });
});
