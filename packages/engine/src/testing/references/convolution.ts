import { eachTap, outputSize, type WindowGeometry } from './window-geometry.js';

/** y[n, i, j, o] = Σ x · w[p, q, c, o]. */
export function convolutionReference(geometry: WindowGeometry, filters: number) {
  return ([x, w]: readonly Float64Array[]): Float64Array => {
    const [batch, , , channels] = geometry.image;
    const [height, width] = outputSize(geometry);
    const y = new Float64Array(batch * height * width * filters);
    eachTap(geometry, ({ p, q, pixel, out }) => {
      for (let c = 0; c < channels; c++)
        for (let o = 0; o < filters; o++)
          y[out * filters + o]! += x![pixel + c]! * w![((p * geometry.kernel + q) * channels + c) * filters + o]!;
    });
    return y;
  };
}

/** The derivative by x of Σ dy · y: dx = Σ dy · w[p, q, c, o]. */
export function convolutionSlopeReference(geometry: WindowGeometry, filters: number) {
  return ([dy, w]: readonly Float64Array[]): Float64Array => {
    const [, , , channels] = geometry.image;
    const dx = new Float64Array(geometry.image.reduce((product, size) => product * size, 1));
    eachTap(geometry, ({ p, q, pixel, out }) => {
      for (let c = 0; c < channels; c++)
        for (let o = 0; o < filters; o++)
          dx[pixel + c]! += dy![out * filters + o]! * w![((p * geometry.kernel + q) * channels + c) * filters + o]!;
    });
    return dx;
  };
}

/** y[n, i, j, c·M + m] = Σ x[…, c] · w[p, q, c, m]. */
export function depthwiseReference(geometry: WindowGeometry, multiplier: number) {
  return ([x, w]: readonly Float64Array[]): Float64Array => {
    const [batch, , , channels] = geometry.image;
    const [height, width] = outputSize(geometry);
    const outputs = channels * multiplier;
    const y = new Float64Array(batch * height * width * outputs);
    eachTap(geometry, ({ p, q, pixel, out }) => {
      for (let o = 0; o < outputs; o++)
        y[out * outputs + o]! += x![pixel + Math.floor(o / multiplier)]! * w![(p * geometry.kernel + q) * outputs + o]!;
    });
    return y;
  };
}
