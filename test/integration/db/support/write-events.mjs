// Appends events until the server is gone and prints each sequence number once it has been acknowledged.
import { openDatabase } from '@cambium/db';

const [url, experimentId] = process.argv.slice(2);
const { experiments } = await openDatabase({ url, poolSize: 2 });
try {
  for (;;) {
    const event = await experiments.transaction(experimentId, (tx) => tx.append('trial.reported', { at: Date.now() }));
    console.log(event.seq);
  }
} catch (error) {
  if (error.code === 'retry') process.exit(0);
  throw error;
}
