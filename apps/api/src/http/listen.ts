import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CambiumError } from '@cambium/core';

/**
 * Starts to listen and says on which port.
 * @throws CambiumError `give-up` that names the port when it is taken or not allowed.
 */
export async function listen(server: Server, { port, host }: { port: number; host: string }): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    const fail = (cause: NodeJS.ErrnoException) => {
      const why =
        cause.code === 'EADDRINUSE' ? 'is in use: give another with PORT' : `can not be opened: ${cause.message}`;
      reject(new CambiumError('give-up', `port ${port} on ${host} ${why}`, { cause }));
    };
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}
