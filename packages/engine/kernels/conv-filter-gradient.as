/**
 * dW[p, q, c, o] = Σ over n, i, j of x[n, i·sh + p, j·sw + q, c] · dy[n, i, j, o], where `x` is already padded.
 *
 * For one filter row p, the values that an output pixel sees in its image row are one contiguous run of KW·C floats,
 * so each p is a matrix product runᵀ · dy. It is tiled 4 × 8 and summed over a few image rows at a time, which keeps
 * the rows in the first-level cache. `dw` must be zero on entry.
 */
export function convFilterGradient(
  x: usize,
  dy: usize,
  dw: usize,
  batch: i32,
  paddedHeight: i32,
  paddedWidth: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  filters: i32,
  filterHeight: i32,
  filterWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
): void {
  const run = filterWidth * channels;
  const rowsAtOnce = max(1, min(outHeight, 56 / outWidth));
  const xPixel: usize = <usize>(strideWidth * channels) << 2;
  const dyPixel: usize = <usize>filters << 2;
  const xRow: usize = <usize>(strideHeight * paddedWidth * channels) << 2;
  const dyRow: usize = <usize>(outWidth * filters) << 2;
  for (let n = 0; n < batch; n++) {
    for (let i = 0; i < outHeight; i += rowsAtOnce) {
      const rows = min(rowsAtOnce, outHeight - i);
      const dyStart = dy + (<usize>((n * outHeight + i) * outWidth * filters) << 2);
      for (let p = 0; p < filterHeight; p++) {
        const imageRow = n * paddedHeight + i * strideHeight + p;
        const xStart = x + (<usize>(imageRow * paddedWidth * channels) << 2);
        for (let k = 0; k < run; k += 4) {
          // A run that is no multiple of 4 repeats its last value; the repeated sums are not stored.
          const used = min(4, run - k);
          const a0 = xStart + (<usize>k << 2);
          const a1 = a0 + (used > 1 ? 4 : 0);
          const a2 = a0 + (used > 2 ? 8 : 0);
          const a3 = a0 + (used > 3 ? 12 : 0);
          const out = dw + (<usize>((p * run + k) * filters) << 2);
          let o = 0;
          for (; o + 8 <= filters; o += 8) {
            const column: usize = <usize>o << 2;
            let s00 = f32x4.splat(0);
            let s01 = s00;
            let s10 = s00;
            let s11 = s00;
            let s20 = s00;
            let s21 = s00;
            let s30 = s00;
            let s31 = s00;
            for (let row = 0; row < rows; row++) {
              let at: usize = <usize>row * xRow;
              let from = dyStart + <usize>row * dyRow + column;
              for (let j = 0; j < outWidth; j++) {
                const d0 = v128.load(from);
                const d1 = v128.load(from, 16);
                const v0 = v128.load32_splat(a0 + at);
                s00 = f32x4.add(s00, f32x4.mul(v0, d0));
                s01 = f32x4.add(s01, f32x4.mul(v0, d1));
                const v1 = v128.load32_splat(a1 + at);
                s10 = f32x4.add(s10, f32x4.mul(v1, d0));
                s11 = f32x4.add(s11, f32x4.mul(v1, d1));
                const v2 = v128.load32_splat(a2 + at);
                s20 = f32x4.add(s20, f32x4.mul(v2, d0));
                s21 = f32x4.add(s21, f32x4.mul(v2, d1));
                const v3 = v128.load32_splat(a3 + at);
                s30 = f32x4.add(s30, f32x4.mul(v3, d0));
                s31 = f32x4.add(s31, f32x4.mul(v3, d1));
                at += xPixel;
                from += dyPixel;
              }
            }
            addTo(out + column, s00, s01);
            if (used > 1) addTo(out + column + dyPixel, s10, s11);
            if (used > 2) addTo(out + column + 2 * dyPixel, s20, s21);
            if (used > 3) addTo(out + column + 3 * dyPixel, s30, s31);
          }
          for (; o < filters; o++) {
            const column: usize = <usize>o << 2;
            let s0: f32 = 0;
            let s1: f32 = 0;
            let s2: f32 = 0;
            let s3: f32 = 0;
            for (let row = 0; row < rows; row++) {
              let at: usize = <usize>row * xRow;
              let from = dyStart + <usize>row * dyRow + column;
              for (let j = 0; j < outWidth; j++) {
                const d = load<f32>(from);
                s0 += load<f32>(a0 + at) * d;
                s1 += load<f32>(a1 + at) * d;
                s2 += load<f32>(a2 + at) * d;
                s3 += load<f32>(a3 + at) * d;
                at += xPixel;
                from += dyPixel;
              }
            }
            add1(out + column, s0);
            if (used > 1) add1(out + column + dyPixel, s1);
            if (used > 2) add1(out + column + 2 * dyPixel, s2);
            if (used > 3) add1(out + column + 3 * dyPixel, s3);
          }
        }
      }
    }
  }
}

function addTo(at: usize, low: v128, high: v128): void {
  v128.store(at, f32x4.add(v128.load(at), low));
  v128.store(at, f32x4.add(v128.load(at, 16), high), 16);
}

function add1(at: usize, value: f32): void {
  store<f32>(at, load<f32>(at) + value);
}
