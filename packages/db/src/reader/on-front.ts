/** SQL: whether a row `t` of `trials` is on its experiment's Pareto front. */
export const onFrontSql = `exists (
  select 1 from front_members f where f.experiment_id = t.experiment_id and f.trial_number = t.number)`;
