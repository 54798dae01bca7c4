/** A typed array starts at a multiple of its element's size. */
const alignment = 8;

/**
 * Memory for the arrays of one model at a time: to make arrays of some kilobytes, and to collect them, costs more than to
 * fill them. Arrays hold what was there before.
 */
export class ArrayMemory {
  #buffer = new ArrayBuffer(0);
  #used = 0;

  /** From now on arrays that were handed out are handed out again. */
  reuse(): void {
    this.#used = 0;
  }

  floats(length: number): Float64Array {
    const start = this.#take(length * Float64Array.BYTES_PER_ELEMENT);
    return new Float64Array(this.#buffer, start, length);
  }

  integers(length: number): Int32Array {
    const start = this.#take(length * Int32Array.BYTES_PER_ELEMENT);
    return new Int32Array(this.#buffer, start, length);
  }

  /** Where so many bytes begin. */
  #take(bytes: number): number {
    if (this.#used + bytes > this.#buffer.byteLength) {
      // Arrays of the old buffer keep it.
      this.#buffer = new ArrayBuffer(2 * Math.max(this.#buffer.byteLength, bytes));
      this.#used = 0;
    }
    const start = this.#used;
    this.#used += Math.ceil(bytes / alignment) * alignment;
    return start;
  }
}
