/**
 * Batch normalisation over the rows of x [rows, channels] (Ioffe & Szegedy 2015, algorithm 1), forward and backward.
 * Per-channel sums are taken over 64 rows at a time in single precision and then added up in double precision.
 */
const rowsAtOnce = 64;

/** sums[c] += Σ (x − mean) in f64; squares[c] += Σ (x − mean)² in f64. Both must be zero on entry. */
export function centredSums(x: usize, mean: usize, sums: usize, squares: usize, rows: i32, channels: i32): void {
  const row: usize = <usize>channels << 2;
  for (let start = 0; start < rows; start += rowsAtOnce) {
    const count = min(rowsAtOnce, rows - start);
    const from = x + <usize>start * row;
    let c: usize = 0;
    for (; c + 16 <= row; c += 16) {
      const centre = v128.load(mean + c);
      let s = f32x4.splat(0);
      let q = s;
      for (let r = 0; r < count; r++) {
        const d = f32x4.sub(v128.load(from + <usize>r * row + c), centre);
        s = f32x4.add(s, d);
        q = f32x4.add(q, f32x4.mul(d, d));
      }
      addDouble(sums + (c << 1), s);
      addDouble(squares + (c << 1), q);
    }
    for (; c < row; c += 4) {
      const centre = load<f32>(mean + c);
      let s: f64 = 0;
      let q: f64 = 0;
      for (let r = 0; r < count; r++) {
        const d = <f64>(load<f32>(from + <usize>r * row + c) - centre);
        s += d;
        q += d * d;
      }
      store<f64>(sums + (c << 1), load<f64>(sums + (c << 1)) + s);
      store<f64>(squares + (c << 1), load<f64>(squares + (c << 1)) + q);
    }
  }
}

/** sums[c] += Σ dy in f64; products[c] += Σ dy · (x − mean) in f64. Both must be zero on entry. */
export function gradientSums(
  x: usize,
  dy: usize,
  mean: usize,
  sums: usize,
  products: usize,
  rows: i32,
  channels: i32,
): void {
  const row: usize = <usize>channels << 2;
  for (let start = 0; start < rows; start += rowsAtOnce) {
    const count = min(rowsAtOnce, rows - start);
    const offset: usize = <usize>start * row;
    let c: usize = 0;
    for (; c + 16 <= row; c += 16) {
      const centre = v128.load(mean + c);
      let s = f32x4.splat(0);
      let q = s;
      for (let r = 0; r < count; r++) {
        const at = offset + <usize>r * row + c;
        const d = v128.load(dy + at);
        s = f32x4.add(s, d);
        q = f32x4.add(q, f32x4.mul(d, f32x4.sub(v128.load(x + at), centre)));
      }
      addDouble(sums + (c << 1), s);
      addDouble(products + (c << 1), q);
    }
    for (; c < row; c += 4) {
      const centre = load<f32>(mean + c);
      let s: f64 = 0;
      let q: f64 = 0;
      for (let r = 0; r < count; r++) {
        const at = offset + <usize>r * row + c;
        const d = <f64>load<f32>(dy + at);
        s += d;
        q += d * <f64>(load<f32>(x + at) - centre);
      }
      store<f64>(sums + (c << 1), load<f64>(sums + (c << 1)) + s);
      store<f64>(products + (c << 1), load<f64>(products + (c << 1)) + q);
    }
  }
}

/** out[r, c] = a[c] · x[r, c] + b[c]. */
export function scaleShift(x: usize, a: usize, b: usize, out: usize, rows: i32, channels: i32): void {
  const row: usize = <usize>channels << 2;
  for (let r = 0; r < rows; r++) {
    const offset: usize = <usize>r * row;
    let c: usize = 0;
    for (; c + 16 <= row; c += 16) {
      const scaled = f32x4.mul(v128.load(x + offset + c), v128.load(a + c));
      v128.store(out + offset + c, f32x4.add(scaled, v128.load(b + c)));
    }
    for (; c < row; c += 4) {
      store<f32>(out + offset + c, load<f32>(x + offset + c) * load<f32>(a + c) + load<f32>(b + c));
    }
  }
}

/** out[r, c] = a[c] · dy[r, c] + b[c] · x[r, c] + d[c]: the input gradient, its per-channel factors already known. */
export function combine(
  dy: usize,
  x: usize,
  a: usize,
  b: usize,
  d: usize,
  out: usize,
  rows: i32,
  channels: i32,
): void {
  const row: usize = <usize>channels << 2;
  for (let r = 0; r < rows; r++) {
    const offset: usize = <usize>r * row;
    let c: usize = 0;
    for (; c + 16 <= row; c += 16) {
      const first = f32x4.mul(v128.load(dy + offset + c), v128.load(a + c));
      const second = f32x4.mul(v128.load(x + offset + c), v128.load(b + c));
      v128.store(out + offset + c, f32x4.add(f32x4.add(first, second), v128.load(d + c)));
    }
    for (; c < row; c += 4) {
      const first = load<f32>(dy + offset + c) * load<f32>(a + c);
      store<f32>(out + offset + c, first + load<f32>(x + offset + c) * load<f32>(b + c) + load<f32>(d + c));
    }
  }
}

function addDouble(at: usize, value: v128): void {
  v128.store(at, f64x2.add(v128.load(at), f64x2.promote_low_f32x4(value)));
  const high = i8x16.shuffle(value, value, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15);
  v128.store(at, f64x2.add(v128.load(at, 16), f64x2.promote_low_f32x4(high)), 16);
}
