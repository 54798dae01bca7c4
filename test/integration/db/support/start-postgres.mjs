// Starts PostgreSQL on the given folder, says what it got, and stops it when its input ends.
import { startEmbeddedPostgres } from '@cambium/db';

const server = await startEmbeddedPostgres({ dataDir: process.argv[2] });
console.log(JSON.stringify({ url: server.url('postgres'), reused: server.reused }));
process.stdin.resume();
process.stdin.on('end', async () => {
  await server.stop();
  process.exit(0);
});
