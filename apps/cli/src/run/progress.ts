import type { TrialCounts } from '@cambium/core';
import { SingleBar } from 'cli-progress';

/** What is known of a run while it goes on. */
export interface RunProgress {
  readonly counts: TrialCounts;
  readonly maxTrials: number;
  readonly phase: string;
  /** Names of the objectives' metrics, in order. */
  readonly objectives: readonly string[];
  /** By the first objective. */
  readonly best: { readonly number: number; readonly value: number } | null;
}

export interface ProgressView {
  show(progress: RunProgress): void;
  /** Makes room for other lines; the next `show` begins below them. */
  end(): void;
}

const ended = ({ complete, pruned, failed, cancelled }: TrialCounts) => complete + pruned + failed + cancelled;

/** A bar on a terminal; nothing elsewhere, where the output is for a program. */
export function progressView(stream: NodeJS.WriteStream): ProgressView {
  if (!stream.isTTY) return { show() {}, end() {} };
  const bar = new SingleBar({
    stream,
    format: '{bar} {value}/{total} trials · {running} running · {pruned} pruned · best {best}{phase}',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: false,
  });
  let started = false;
  return {
    show({ counts, maxTrials, phase, objectives, best }) {
      const fields = {
        running: counts.running,
        pruned: counts.pruned,
        best: best === null ? '–' : `${objectives[0] ?? ''} ${best.value.toPrecision(4)} (trial ${best.number})`,
        phase: phase === 'final' ? ' · retraining the winner' : '',
      };
      if (!started) bar.start(maxTrials, ended(counts), fields);
      else {
        bar.setTotal(maxTrials);
        bar.update(ended(counts), fields);
      }
      started = true;
    },
    end() {
      if (started) bar.stop();
      started = false;
    },
  };
}
