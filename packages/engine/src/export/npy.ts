/** A float32 array in NumPy's format 1.0 (numpy.lib.format), C order. */
export function npy(values: Float32Array, shape: readonly number[]): Uint8Array {
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const header = `{'descr': '<f4', 'fortran_order': False, 'shape': (${tuple}), }`;
  // Magic, version and length are 10 bytes; header and newline fill up to a multiple of 64.
  const padded = `${header}${' '.repeat(63 - ((10 + header.length) % 64))}\n`;
  const prefix = Buffer.alloc(10);
  prefix.write('\x93NUMPY\x01\x00', 0, 'latin1');
  prefix.writeUInt16LE(padded.length, 8);
  const data = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  return new Uint8Array(Buffer.concat([prefix, Buffer.from(padded), data]));
}

/** Values and shape of an array written by `npy`. */
export function readNpy(bytes: Uint8Array): { readonly values: Float32Array; readonly shape: number[] } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = 10 + buffer.readUInt16LE(8);
  const header = buffer.toString('latin1', 10, start);
  const shape = (/'shape': \(([^)]*)\)/.exec(header)?.[1] ?? '')
    .split(',')
    .filter((part) => part.trim() !== '')
    .map(Number);
  return { values: new Float32Array(new Uint8Array(buffer.subarray(start)).buffer), shape };
}
