import { backends } from '../backends/backend-registry.js';
import type { EngineBackend } from '../backends/engine-backend.js';
import { openBackend } from '../backends/open-backend.js';
import { computeOp } from './compute-op.js';
import { opTable } from './op-table.js';
import { type SmallTraining, trainSmall } from './train-small.js';

/** What the parent asks. The child computes on one backend, so that a driver that crashes takes only the child along. */
export type Question =
  | {
      readonly kind: 'compute';
      readonly op: string;
      readonly inputs: readonly Float32Array[];
      readonly dy: Float32Array;
    }
  | { readonly kind: 'train'; readonly training: SmallTraining };

const [, , name = ''] = process.argv;
const failed = (error: Error) => process.send?.({ kind: 'failed', message: error.stack ?? error.message });

async function main(): Promise<void> {
  const { available, reason } = await backends.get(name).isAvailable();
  if (!available) {
    process.send?.({ kind: 'absent', reason });
    return;
  }
  const backend = await openBackend(name);
  const { tf } = backend;
  const missing = opTable.flatMap((op) =>
    op.needs !== undefined && tf.getKernel(op.needs, tf.getBackend()) === undefined ? [op.name] : [],
  );
  process.on('message', (question: Question) => {
    answer(backend, question).then((result) => process.send?.({ ...result, count: tf.memory().numTensors }), failed);
  });
  process.send?.({ kind: 'open', missing, count: tf.memory().numTensors });
}

async function answer(backend: EngineBackend, question: Question) {
  if (question.kind === 'train') {
    return { kind: 'trained', checkpoint: await trainSmall(backend, question.training) };
  }
  const op = opTable.find((candidate) => candidate.name === question.op);
  if (op === undefined) throw new Error(`no op ${question.op}`);
  return { kind: 'computed', ...(await computeOp(backend.tf, op, question.inputs, question.dy)) };
}

process.on('disconnect', () => process.exit(0));
main().catch(failed);
