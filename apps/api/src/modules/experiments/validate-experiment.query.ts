import type { QueryResolvers } from '../../generated/resolver-types.js';
import { inputIssues } from './experiment-payload.js';
import { specYaml } from './experiment-spec-yaml.js';

export const validateExperimentQuery: NonNullable<QueryResolvers['validateExperiment']> = async (
  _root,
  { spec: input },
  { services },
) => {
  const { prepared, space, metrics, unfit } = await services.ledger.check(input);
  const found = { parameters: [...(space?.parameters ?? [])], metrics: [...metrics], unfit: [...unfit] };
  if (prepared.kind === 'refused') {
    return { ...found, errors: inputIssues(prepared.issues), spec: null, specYaml: null };
  }
  const { spec } = prepared;
  return { ...found, errors: [], spec: spec as never, specYaml: specYaml(spec) };
};
