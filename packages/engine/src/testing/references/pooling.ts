import { eachTap, outputSize, type WindowGeometry } from './window-geometry.js';

function outputs({ image, ...rest }: WindowGeometry): number {
  const [height, width] = outputSize({ image, ...rest });
  return image[0] * height * width * image[3];
}

export function maxPoolReference(geometry: WindowGeometry) {
  return ([x]: readonly Float64Array[]): Float64Array => {
    const channels = geometry.image[3];
    const y = new Float64Array(outputs(geometry)).fill(Number.NEGATIVE_INFINITY);
    eachTap(geometry, ({ pixel, out }) => {
      for (let c = 0; c < channels; c++) y[out * channels + c] = Math.max(y[out * channels + c]!, x![pixel + c]!);
    });
    return y;
  };
}

/** The mean of the values inside the image: padding does not count. */
export function avgPoolReference(geometry: WindowGeometry) {
  return ([x]: readonly Float64Array[]): Float64Array => {
    const channels = geometry.image[3];
    const y = new Float64Array(outputs(geometry));
    const seen = new Float64Array(y.length);
    eachTap(geometry, ({ pixel, out }) => {
      for (let c = 0; c < channels; c++) {
        y[out * channels + c]! += x![pixel + c]!;
        seen[out * channels + c]!++;
      }
    });
    return y.map((sum, i) => sum / seen[i]!);
  };
}
