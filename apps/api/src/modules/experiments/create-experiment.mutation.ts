import { CambiumError } from '@cambium/core';
import { requireUser } from '../../context/request-context.js';
import type { MutationResolvers } from '../../generated/resolver-types.js';
import { isUuid } from '../uuid.js';
import { experimentPayload } from './experiment-payload.js';

const notUuid = 'the id must be a UUID, made once for each experiment';
const badId = { path: ['id'], code: 'bad-id', message: notUuid };

export const createExperimentMutation: NonNullable<MutationResolvers['createExperiment']> = (_root, args, context) => {
  const { workspaceId } = requireUser(context);
  const { spec, start, id } = args;
  return experimentPayload(async () => {
    if (id != null && !isUuid(id)) throw new CambiumError('fix-input', notUuid, { issues: [badId] });
    const own = id == null ? {} : { id: id.toLowerCase() };
    return context.services.ledger.create({ workspaceId, input: spec, start: start ?? true, ...own });
  });
};
