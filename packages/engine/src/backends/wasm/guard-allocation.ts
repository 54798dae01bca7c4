import type { WasmBackend } from './workspace.js';

/** What 32-bit addresses reach. */
const addressable = 2 ** 32;

/**
 * Makes TensorFlow.js notice when its module has no memory left. It takes the address 0 that `malloc` then gives for
 * any other, and so writes the tensor over the module's own data; a size beyond 32 bits it even cuts off.
 */
export function guardAllocation({ wasm }: WasmBackend): void {
  const { malloc } = wasm.asm;
  wasm._malloc = (bytes) => {
    const address = bytes < addressable ? malloc(bytes) : 0;
    if (address === 0 && bytes > 0) {
      const mebibytes = Math.ceil(bytes / 2 ** 20);
      throw new RangeError(`out of memory: a tensor of ${mebibytes} MiB finds no room in WebAssembly's 4 GiB`);
    }
    return address;
  };
}
