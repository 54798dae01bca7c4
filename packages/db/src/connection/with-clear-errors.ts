import { explainStatementError } from './connection-errors.js';

/** The same port whose calls reject with a CambiumError where a caller can do something about it. */
export function withClearErrors<Port extends object>(port: Port): Port {
  const wrapped = Object.entries(port).map(([name, method]: [string, (...args: unknown[]) => unknown]) => [
    name,
    async (...args: unknown[]) => {
      try {
        return await method(...args);
      } catch (error) {
        throw explainStatementError(error);
      }
    },
  ]);
  return Object.fromEntries(wrapped) as Port;
}
