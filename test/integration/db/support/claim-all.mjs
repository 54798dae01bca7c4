// Claims waiting trials as the service does until none is left, and prints the numbers of those it got.
import { randomUUID } from 'node:crypto';
import { openDatabase } from '@cambium/db';

const database = await openDatabase({ url: process.argv[2], poolSize: 4 });
const { experiments } = database;
const got = [];

async function claim(ticket) {
  await experiments.transaction(ticket.experimentId, async (tx) => {
    await tx.dequeue(ticket);
    const trial = await tx.trial(ticket.trialId);
    if (trial?.state !== 'waiting') return;
    const attemptId = randomUUID();
    const epoch = trial.epoch + 1;
    await tx.insertAttempt({
      id: attemptId,
      experimentId: trial.experimentId,
      trialId: trial.id,
      epoch,
      runnerId: randomUUID(),
      device: null,
      state: 'running',
      leaseExpiresAt: Date.now() + 60_000,
      startedAt: Date.now(),
      endedAt: null,
      failure: null,
    });
    await tx.updateTrial({
      ...trial,
      state: 'running',
      epoch,
      attemptId,
      startedAt: Date.now(),
      metrics: {},
      lastStep: 0,
    });
    await tx.append('trial.running', { trialNumber: trial.number, at: Date.now() });
    got.push(trial.number);
  });
}

for (;;) {
  const tickets = await experiments.takeTickets(3, 60_000);
  if (tickets.length === 0) break;
  await Promise.all(tickets.map(claim));
}
await database.close();
console.log(JSON.stringify(got));
