import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Candidate {
  readonly number: number;
  readonly values: readonly number[];
  readonly steps: number;
}

/** The trials on each experiment's Pareto front, and those of experiments that are there already. */
export class KeepParetoFronts1767000000000 implements MigrationInterface {
  readonly name = 'KeepParetoFronts1767000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table front_members (
         experiment_id uuid not null constraint front_members_experiment_fk references experiments (id) on delete cascade,
         trial_number integer not null,
         values json not null,
         steps double precision not null,
         constraint front_members_pk primary key (experiment_id, trial_number)
       )`,
    );
    await runner.query(
      `insert into front_members
       select e.id, t.number, e.best_values, coalesce(t.fidelity, e.max_step)
       from experiments e join trials t on t.experiment_id = e.id and t.number = e.best_trial
       where json_array_length(e.spec -> 'objectives') = 1 and e.best_values is not null`,
    );
    const several: readonly { id: string; directions: readonly string[] }[] = await runner.query(
      `select id, array(select objective ->> 'direction' from json_array_elements(spec -> 'objectives') objective) as directions
       from experiments where json_array_length(spec -> 'objectives') > 1 and best_trial is not null`,
    );
    for (const { id, directions } of several) await keepFront(runner, id, directions);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table front_members');
  }
}

/** A migration never changes: it has the rule of its time in it. Of equals the first that ended is on the front. */
async function keepFront(runner: QueryRunner, experimentId: string, directions: readonly string[]): Promise<void> {
  const candidates: readonly Candidate[] = await runner.query(
    `select t.number, t.values, coalesce(t.fidelity, e.max_step) as steps
     from trials t join experiments e on e.id = t.experiment_id
     where e.id = $1 and t.mode is null and t.state = 'complete' and t.violation = 0 and t.values is not null
     order by t.finished_at, t.number`,
    [experimentId],
  );
  const mostSteps = candidates.reduce((most, { steps }) => Math.max(most, steps), 0);
  /** Positive where `a` is better, one number per objective. */
  const gains = (a: Candidate, b: Candidate) =>
    directions.map((direction, i) => (direction === 'maximize' ? 1 : -1) * ((a.values[i] ?? 0) - (b.values[i] ?? 0)));
  const noWorse = (a: Candidate, b: Candidate) => gains(a, b).every((gain) => gain >= 0);
  let front: Candidate[] = [];
  for (const candidate of candidates) {
    if (candidate.steps < mostSteps || front.some((member) => noWorse(member, candidate))) continue;
    front = [...front.filter((member) => !noWorse(candidate, member)), candidate];
  }
  front.sort((a, b) => -(gains(a, b).find((gain) => gain !== 0) ?? 0));
  for (const { number, values, steps } of front) {
    const row = [experimentId, number, JSON.stringify(values), steps];
    await runner.query('insert into front_members values ($1, $2, $3, $4)', row);
  }
  const [best] = front;
  if (best === undefined) return;
  await runner.query('update experiments set best_trial = $2, best_values = $3 where id = $1', [
    experimentId,
    best.number,
    JSON.stringify(best.values),
  ]);
}
