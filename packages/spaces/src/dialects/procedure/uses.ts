import { schedules } from './names.js';
import type { ProcedureSettings } from './settings.js';

/** Knobs that mean something only for some choices of another knob. */
export interface Use {
  readonly of: 'optimizer' | 'schedule' | 'loss';
  readonly names: readonly string[];
  /** Whether it is searched where the task decides what that other knob is. */
  readonly unknown: boolean;
}

const adaptive = ['adam', 'adamw', 'lamb'];

export const uses: Partial<Record<keyof ProcedureSettings, Use>> = {
  momentum: { of: 'optimizer', names: ['momentum', 'nesterov', 'rmsprop'], unknown: true },
  beta1: { of: 'optimizer', names: [...adaptive, 'lion'], unknown: true },
  beta2: { of: 'optimizer', names: [...adaptive, 'lion', 'rmsprop'], unknown: true },
  epsilon: { of: 'optimizer', names: [...adaptive, 'rmsprop'], unknown: true },
  warmup: { of: 'schedule', names: schedules.filter((name) => name !== 'one-cycle'), unknown: true },
  scheduleCycles: { of: 'schedule', names: ['cosine-restarts'], unknown: false },
  scheduleGrowth: { of: 'schedule', names: ['cosine-restarts'], unknown: false },
  schedulePower: { of: 'schedule', names: ['polynomial'], unknown: false },
  scheduleFactors: { of: 'schedule', names: ['piecewise'], unknown: false },
  focalGamma: { of: 'loss', names: ['focal'], unknown: false },
  polyEpsilon: { of: 'loss', names: ['poly'], unknown: false },
};
