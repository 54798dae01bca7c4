import { compileSpace } from '@cambium/spaces';
import type { QueryResolvers } from '../../generated/resolver-types.js';
import { inputIssues } from './experiment-payload.js';
import { specYaml } from './experiment-spec-yaml.js';

export const validateExperimentQuery: NonNullable<QueryResolvers['validateExperiment']> = async (
  _root,
  { spec: input },
  { services },
) => {
  const checked = await services.ledger.check(input);
  if (checked.kind === 'refused') {
    return { errors: inputIssues(checked.issues), spec: null, specYaml: null, parameters: [] };
  }
  const { spec } = checked;
  const compiled = compileSpace(spec.space);
  const parameters = compiled.kind === 'compiled' ? [...compiled.space.parameters] : [];
  return { errors: [], spec: spec as never, specYaml: specYaml(spec), parameters };
};
