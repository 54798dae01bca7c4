import { openBackend } from '../backends/open-backend.js';
import { probeBackends } from '../backends/probe-backends.js';
import { computeOp } from './compute-op.js';
import { opTable } from './op-table.js';

/** What the parent asks. The child computes on one backend, so that a driver that crashes takes only the child along. */
export interface Question {
  readonly op: string;
  readonly inputs: readonly Float32Array[];
  readonly dy: Float32Array;
}

const [, , name = ''] = process.argv;
const probe = (await probeBackends()).find((candidate) => candidate.name === name);
if (probe?.available !== true) {
  process.send?.({ kind: 'absent', reason: probe?.reason ?? 'unknown backend' });
} else {
  const { tf } = await openBackend(name);
  const missing = opTable.flatMap((op) =>
    op.needs !== undefined && tf.getKernel(op.needs, tf.getBackend()) === undefined ? [op.name] : [],
  );
  process.on('message', (question: Question) => {
    const op = opTable.find((candidate) => candidate.name === question.op);
    if (op === undefined) throw new Error(`no op ${question.op}`);
    computeOp(tf, op, question.inputs, question.dy).then(
      (computed) => process.send?.({ kind: 'computed', count: tf.memory().numTensors, ...computed }),
      (error: Error) => process.send?.({ kind: 'failed', message: error.stack ?? error.message }),
    );
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ kind: 'open', device: probe.device, missing, count: tf.memory().numTensors });
}
