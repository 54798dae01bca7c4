import * as z from 'zod';
import { choiceList } from './choice-list.js';
import { refusal } from './strict-settings.js';

const widest = 2048;

export interface WidthSettings {
  readonly widths: readonly number[];
  readonly widthGrowth: number;
}

/** The fields of settings that say how wide stages are. */
export function widthFields(fallback: WidthSettings) {
  return {
    widths: choiceList(z.int().min(1).max(512), fallback.widths, {
      title: 'Widths',
      description: 'Channels of the first stage, and of the stem before it.',
    }),
    widthGrowth: z.number().min(1).max(4).default(fallback.widthGrowth).meta({
      title: 'Width growth',
      description: 'The widths of each stage are those of the stage before times this, rounded.',
    }),
  };
}

/** The widths that stage `stage` (from 0) may have, narrowest first, none twice. */
export function stageWidths({ widths, widthGrowth }: WidthSettings, stage: number): number[] {
  const scaled = widths.map((width) => Math.round(width * widthGrowth ** stage));
  return [...new Set(scaled)].sort((a, b) => a - b);
}

/** Refuses a last stage that is too wide; the field to lower is `widthGrowth`. */
export function checkWidths(settings: WidthSettings, stages: number, context: z.core.$RefinementCtx): void {
  const last = Math.max(...stageWidths(settings, stages - 1), 0);
  if (last <= widest) return;
  const message = `the last stage would be ${last} channels wide, more than ${widest}; lower widthGrowth`;
  context.addIssue(refusal('too-wide', ['widthGrowth'], message));
}
