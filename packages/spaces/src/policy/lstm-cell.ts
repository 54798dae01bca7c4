/**
 * One step of an LSTM (Hochreiter and Schmidhuber 1997, with a forget gate) of `units`, with as many inputs. Its weights
 * are the part of a flat array from `offset`: for each gate and unit a row of inputs, the state before, and the bias; gates
 * are in the order input, forget, candidate, output.
 */
export interface LstmCell {
  readonly size: number;
  forward(weights: Float64Array, step: LstmStep, before: LstmStep | undefined): void;
  /**
   * From the gradients by this step's `hidden` and `cell` to those by its input and, added to, by the step before and the
   * weights.
   */
  backward(weights: Float64Array, flow: LstmBackward): void;
}

/** Everything of one step that the way back needs. */
export interface LstmStep {
  readonly input: Float64Array;
  /** Four rows of units. */
  readonly gates: Float64Array;
  readonly cell: Float64Array;
  readonly hidden: Float64Array;
  readonly hiddenGradient: Float64Array;
  readonly cellGradient: Float64Array;
  readonly inputGradient: Float64Array;
}

export interface LstmBackward {
  readonly step: LstmStep;
  readonly before: LstmStep | undefined;
  readonly into: Float64Array;
}

export function createLstmStep(units: number): LstmStep {
  const row = () => new Float64Array(units);
  return {
    input: row(),
    gates: new Float64Array(4 * units),
    cell: row(),
    hidden: row(),
    hiddenGradient: row(),
    cellGradient: row(),
    inputGradient: row(),
  };
}

export function createLstmCell(units: number, offset: number): LstmCell {
  const rowSize = 2 * units + 1;
  const candidates = 2;
  /** Gradients by what the gates' functions are taken of. */
  const sums = new Float64Array(4 * units);
  return {
    size: 4 * units * rowSize,
    forward(weights, { input, gates, cell, hidden }, before) {
      for (let row = 0; row < 4 * units; row++) {
        const start = offset + row * rowSize;
        // `!`, here and below: all indices are within the arrays, whose sizes are made for them.
        let sum = weights[start + 2 * units]!;
        for (let i = 0; i < units; i++) sum += weights[start + i]! * input[i]!;
        if (before !== undefined) {
          for (let i = 0; i < units; i++) sum += weights[start + units + i]! * before.hidden[i]!;
        }
        gates[row] = Math.floor(row / units) === candidates ? Math.tanh(sum) : 1 / (1 + Math.exp(-sum));
      }
      for (let i = 0; i < units; i++) {
        const kept = before === undefined ? 0 : gates[units + i]! * before.cell[i]!;
        cell[i] = kept + gates[i]! * gates[2 * units + i]!;
        hidden[i] = gates[3 * units + i]! * Math.tanh(cell[i]!);
      }
    },
    backward(weights, { step, before, into }) {
      const { input, gates, cell, hiddenGradient, cellGradient, inputGradient } = step;
      for (let i = 0; i < units; i++) {
        const [opened, forgot, candidate] = [gates[i]!, gates[units + i]!, gates[2 * units + i]!];
        const shown = gates[3 * units + i]!;
        const squashed = Math.tanh(cell[i]!);
        const slope = cellGradient[i]! + hiddenGradient[i]! * shown * (1 - squashed * squashed);
        sums[i] = slope * candidate * opened * (1 - opened);
        sums[units + i] = slope * (before?.cell[i] ?? 0) * forgot * (1 - forgot);
        sums[2 * units + i] = slope * opened * (1 - candidate * candidate);
        sums[3 * units + i] = hiddenGradient[i]! * squashed * shown * (1 - shown);
        if (before !== undefined) before.cellGradient[i]! += slope * forgot;
      }
      inputGradient.fill(0);
      for (let row = 0; row < 4 * units; row++) {
        const start = offset + row * rowSize;
        const sum = sums[row]!;
        for (let i = 0; i < units; i++) {
          inputGradient[i]! += sum * weights[start + i]!;
          into[start + i]! += sum * input[i]!;
        }
        into[start + 2 * units]! += sum;
        if (before === undefined) continue;
        for (let i = 0; i < units; i++) {
          before.hiddenGradient[i]! += sum * weights[start + units + i]!;
          into[start + units + i]! += sum * before.hidden[i]!;
        }
      }
    },
  };
}
