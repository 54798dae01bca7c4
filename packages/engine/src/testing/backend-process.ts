import { backends } from '../backends/backend-registry.js';
import { openBackend } from '../backends/open-backend.js';
import { computeOp } from './compute-op.js';
import { opTable } from './op-table.js';

/** What the parent asks. The child computes on one backend, so that a driver that crashes takes only the child along. */
export interface Question {
  readonly op: string;
  readonly inputs: readonly Float32Array[];
  readonly dy: Float32Array;
}

const [, , name = ''] = process.argv;
const failed = (error: Error) => process.send?.({ kind: 'failed', message: error.stack ?? error.message });

async function main(): Promise<void> {
  const { available, reason } = await backends.get(name).isAvailable();
  if (!available) {
    process.send?.({ kind: 'absent', reason });
    return;
  }
  const { tf } = await openBackend(name);
  const missing = opTable.flatMap((op) =>
    op.needs !== undefined && tf.getKernel(op.needs, tf.getBackend()) === undefined ? [op.name] : [],
  );
  process.on('message', (question: Question) => {
    const op = opTable.find((candidate) => candidate.name === question.op);
    if (op === undefined) throw new Error(`no op ${question.op}`);
    computeOp(tf, op, question.inputs, question.dy).then(
      (computed) => process.send?.({ kind: 'computed', count: tf.memory().numTensors, ...computed }),
      failed,
    );
  });
  process.send?.({ kind: 'open', missing, count: tf.memory().numTensors });
}

process.on('disconnect', () => process.exit(0));
main().catch(failed);
