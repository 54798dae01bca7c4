/** Batch norm of x [rows, channels] by its own statistics; inputs x, scale, offset. */
export function batchNormTrainingReference(rows: number, channels: number, epsilon: number) {
  return ([x, scale, offset]: readonly Float64Array[]): Float64Array => {
    const y = new Float64Array(rows * channels);
    for (let c = 0; c < channels; c++) {
      let mean = 0;
      for (let r = 0; r < rows; r++) mean += x![r * channels + c]! / rows;
      let variance = 0;
      for (let r = 0; r < rows; r++) variance += (x![r * channels + c]! - mean) ** 2 / rows;
      for (let r = 0; r < rows; r++)
        y[r * channels + c] =
          (scale![c]! * (x![r * channels + c]! - mean)) / Math.sqrt(variance + epsilon) + offset![c]!;
    }
    return y;
  };
}

/** Batch norm by given statistics; inputs x, mean, variance, scale, offset. */
export function batchNormInferenceReference(channels: number, epsilon: number) {
  return ([x, mean, variance, scale, offset]: readonly Float64Array[]): Float64Array =>
    x!.map((value, i) => {
      const c = i % channels;
      return (scale![c]! * (value - mean![c]!)) / Math.sqrt(variance![c]! + epsilon) + offset![c]!;
    });
}
