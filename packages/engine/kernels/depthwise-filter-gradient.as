/**
 * dW[p, q, c] = Σ over n, i, j of x[n, i·sh + p, j·sw + q, c] · dy[n, i, j, c], where `x` is already padded and the
 * channel multiplier is 1. Four channels at a time; for each filter row the sums of up to four taps stay in registers
 * along an image row. `dw` must be zero on entry.
 */
export function depthwiseFilterGradient(
  x: usize,
  dy: usize,
  dw: usize,
  batch: i32,
  paddedHeight: i32,
  paddedWidth: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  filterHeight: i32,
  filterWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
): void {
  const pixel: usize = <usize>channels << 2;
  const step: usize = <usize>strideWidth * pixel;
  for (let n = 0; n < batch; n++) {
    for (let i = 0; i < outHeight; i++) {
      const dyRow = dy + <usize>((n * outHeight + i) * outWidth) * pixel;
      for (let p = 0; p < filterHeight; p++) {
        const xRow = x + <usize>((n * paddedHeight + i * strideHeight + p) * paddedWidth) * pixel;
        for (let q = 0; q < filterWidth; q += 4) {
          // Fewer than four taps left: the last one is summed again and not stored.
          const taps = min(4, filterWidth - q);
          const t1: usize = taps > 1 ? pixel : 0;
          const t2: usize = taps > 2 ? pixel << 1 : 0;
          const t3: usize = taps > 3 ? pixel * 3 : 0;
          const xTap = xRow + <usize>q * pixel;
          const out = dw + <usize>(p * filterWidth + q) * pixel;
          let c = 0;
          for (; c + 4 <= channels; c += 4) {
            const lane: usize = <usize>c << 2;
            let s0 = f32x4.splat(0);
            let s1 = s0;
            let s2 = s0;
            let s3 = s0;
            let from = dyRow + lane;
            let at = xTap + lane;
            for (let j = 0; j < outWidth; j++) {
              const d = v128.load(from);
              s0 = f32x4.add(s0, f32x4.mul(v128.load(at), d));
              s1 = f32x4.add(s1, f32x4.mul(v128.load(at + t1), d));
              s2 = f32x4.add(s2, f32x4.mul(v128.load(at + t2), d));
              if (taps > 3) s3 = f32x4.add(s3, f32x4.mul(v128.load(at + t3), d));
              from += pixel;
              at += step;
            }
            add4(out + lane, s0);
            if (taps > 1) add4(out + lane + t1, s1);
            if (taps > 2) add4(out + lane + t2, s2);
            if (taps > 3) add4(out + lane + t3, s3);
          }
          for (; c < channels; c++) {
            const lane: usize = <usize>c << 2;
            for (let tap = 0; tap < taps; tap++) {
              let sum: f32 = 0;
              const offset = <usize>tap * pixel + lane;
              for (let j = 0; j < outWidth; j++) {
                sum += load<f32>(xTap + <usize>j * step + offset) * load<f32>(dyRow + <usize>j * pixel + lane);
              }
              store<f32>(out + offset, load<f32>(out + offset) + sum);
            }
          }
        }
      }
    }
  }
}

function add4(at: usize, value: v128): void {
  v128.store(at, f32x4.add(v128.load(at), value));
}
