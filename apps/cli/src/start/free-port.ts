import net from 'node:net';
import { CommandError } from '../command-error.js';

/** A port on the loopback interface that was free a moment ago. */
export function freePort(): Promise<number> {
  return listenOnce(0);
}

/** @throws CommandError that says what to do when nobody can listen on the port. */
export async function expectFree(port: number): Promise<void> {
  await listenOnce(port).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'EADDRINUSE' ? 'is in use' : `can't be opened (${error.message})`;
    throw new CommandError(`Port ${port} ${why}. Choose another: PORT=3001 npm start`);
  });
}

function listenOnce(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
