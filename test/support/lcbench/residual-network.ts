type Tensor = (name: string) => Float32Array;
type Layer = (x: Float64Array) => Float64Array;

/**
 * A residual network for tables (Gorishniy et al. 2021, §3.2): blocks of batch normalisation, a linear layer, ReGLU and
 * another linear layer; then normalisation, ReLU, a linear head and a sigmoid. A result is valid until the next call.
 */
export function residualNetwork(tensor: Tensor): Layer {
  const first = linear(tensor, 'first_layer');
  const blocks = [0, 1, 2].map((index) => {
    const norm = normalization(tensor, `layers.${index}.norm`);
    const widen = linear(tensor, `layers.${index}.linear0`);
    const narrow = linear(tensor, `layers.${index}.linear1`);
    return (x: Float64Array) => narrow(reglu(widen(norm(x))));
  });
  const last = normalization(tensor, 'last_normalization');
  const head = linear(tensor, 'head');
  return (input) => {
    const x = Float64Array.from(first(input));
    for (const block of blocks) {
      const change = block(x);
      for (let i = 0; i < x.length; i++) x[i] = (x[i] as number) + (change[i] as number);
    }
    const features = last(x);
    for (let i = 0; i < features.length; i++) features[i] = Math.max(0, features[i] as number);
    return head(features).map((value) => 1 / (1 + Math.exp(-value)));
  };
}

/** Row by row: weight[output][input]. Four sums at a time, which the processor adds side by side. */
function linear(tensor: Tensor, name: string): Layer {
  const weight = tensor(`${name}.weight`);
  const bias = tensor(`${name}.bias`);
  const width = weight.length / bias.length;
  const y = new Float64Array(bias.length);
  return (x) => {
    for (let output = 0; output < y.length; output++) {
      const row = output * width;
      let [sum, b, c, d] = [bias[output] as number, 0, 0, 0];
      let i = 0;
      for (; i + 3 < width; i += 4) {
        sum += (weight[row + i] as number) * (x[i] as number);
        b += (weight[row + i + 1] as number) * (x[i + 1] as number);
        c += (weight[row + i + 2] as number) * (x[i + 2] as number);
        d += (weight[row + i + 3] as number) * (x[i + 3] as number);
      }
      for (; i < width; i++) sum += (weight[row + i] as number) * (x[i] as number);
      y[output] = sum + b + c + d;
    }
    return y;
  };
}

/** Batch normalisation with the statistics of the training. */
function normalization(tensor: Tensor, name: string): Layer {
  const weight = tensor(`${name}.weight`);
  const bias = tensor(`${name}.bias`);
  const mean = tensor(`${name}.running_mean`);
  const scale = Float64Array.from(tensor(`${name}.running_var`), (variance, i) => {
    return (weight[i] as number) / Math.sqrt(variance + 1e-5);
  });
  const y = new Float64Array(weight.length);
  return (x) => {
    for (let i = 0; i < y.length; i++) {
      y[i] = ((x[i] as number) - (mean[i] as number)) * (scale[i] as number) + (bias[i] as number);
    }
    return y;
  };
}

/** The first half times the rectified second half, in place. */
function reglu(x: Float64Array): Float64Array {
  const half = x.length / 2;
  for (let i = 0; i < half; i++) x[i] = (x[i] as number) * Math.max(0, x[i + half] as number);
  return x.subarray(0, half);
}
