import { CommandError } from './command-error.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** @throws CommandError (exit code 2) for what can't be the id of an experiment or a trial. */
export function expectId(id: string): void {
  if (!uuid.test(id))
    throw new CommandError(`"${id}" is not an id. It is in the address of the experiment’s or trial’s page.`, 2);
}
