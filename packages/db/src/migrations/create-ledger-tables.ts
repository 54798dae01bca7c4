export const createIdentityTables = [
  `create table workspaces (
     id uuid not null constraint workspaces_pk primary key,
     name text not null,
     created_at bigint not null
   )`,
  `create table users (
     id uuid not null constraint users_pk primary key,
     workspace_id uuid not null constraint users_workspace_fk references workspaces (id) on delete cascade,
     name text not null,
     role text not null,
     is_local_owner boolean constraint users_local_owner_unique unique,
     created_at bigint not null
   )`,
  `create index users_workspace on users (workspace_id)`,
  `create table sessions (
     secret_hash text not null constraint sessions_pk primary key,
     user_id uuid not null constraint sessions_user_fk references users (id) on delete cascade,
     expires_at bigint not null
   )`,
  `create index sessions_expiry on sessions (expires_at)`,
  `create table login_links (
     secret_hash text not null constraint login_links_pk primary key,
     user_id uuid not null constraint login_links_user_fk references users (id) on delete cascade,
     expires_at bigint not null
   )`,
  `create index login_links_expiry on login_links (expires_at)`,
  `create table runner_tokens (
     secret_hash text not null constraint runner_tokens_pk primary key,
     name text not null,
     workspace_id uuid not null constraint runner_tokens_workspace_fk references workspaces (id) on delete cascade,
     created_at bigint not null
   )`,
  `create index runner_tokens_workspace on runner_tokens (workspace_id)`,
  `create table runners (
     id uuid not null constraint runners_pk primary key,
     workspace_id uuid not null constraint runners_workspace_fk references workspaces (id) on delete cascade,
     name text not null,
     slots json not null,
     last_seen_at bigint not null
   )`,
  `create index runners_workspace on runners (workspace_id)`,
] as const;

export const createLedgerTables = [
  `create table experiments (
     id uuid not null constraint experiments_pk primary key,
     workspace_id uuid not null constraint experiments_workspace_fk references workspaces (id) on delete cascade,
     name text not null,
     searcher_name text not null,
     spec json not null,
     context json not null,
     max_step integer not null,
     state text not null,
     phase text not null,
     max_trials integer not null,
     searcher json not null,
     pruner json,
     exhausted boolean not null,
     counts json not null,
     next_trial_number integer not null,
     last_seq integer not null,
     best_trial integer,
     best_values json,
     failure text,
     cloned_from uuid,
     created_at bigint not null,
     started_at bigint,
     finished_at bigint
   )`,
  `create index experiments_by_age on experiments (workspace_id, created_at, id)`,
  `create index experiments_by_name on experiments (workspace_id, name, id)`,
  `create index experiments_running on experiments (id) where state = 'running'`,
  `create table trials (
     id uuid not null constraint trials_pk primary key,
     experiment_id uuid not null constraint trials_experiment_fk references experiments (id) on delete cascade,
     number integer not null,
     state text not null,
     params json not null,
     fidelity double precision,
     resume_from json,
     mode text,
     parent integer,
     why json,
     static_metrics json not null,
     epoch integer not null,
     created_at bigint not null,
     attempt_id uuid,
     started_at bigint,
     finished_at bigint,
     metrics json,
     last_step integer,
     values json,
     violation double precision,
     failure json,
     first_value double precision,
     duration_ms double precision,
     constraint trials_number_unique unique (experiment_id, number)
   )`,
  `create index trials_by_state on trials (experiment_id, state, number)`,
  `create table attempts (
     id uuid not null constraint attempts_pk primary key,
     experiment_id uuid not null constraint attempts_experiment_fk references experiments (id) on delete cascade,
     trial_id uuid not null constraint attempts_trial_fk references trials (id) on delete cascade,
     epoch integer not null,
     runner_id uuid not null,
     device text,
     state text not null,
     lease_expires_at bigint not null,
     started_at bigint not null,
     ended_at bigint,
     failure json,
     constraint attempts_epoch_unique unique (trial_id, epoch)
   )`,
  `create index attempts_running_by_lease on attempts (lease_expires_at) where state = 'running'`,
  `create index attempts_running_by_runner on attempts (runner_id) where state = 'running'`,
  `create table reports (
     attempt_id uuid not null constraint reports_attempt_fk references attempts (id) on delete cascade,
     step integer not null,
     trial_id uuid not null constraint reports_trial_fk references trials (id) on delete cascade,
     metrics json not null,
     at bigint not null,
     constraint reports_pk primary key (attempt_id, step)
   )`,
  `create index reports_trial on reports (trial_id)`,
  `create table events (
     experiment_id uuid not null constraint events_experiment_fk references experiments (id) on delete cascade,
     seq integer not null,
     type text not null,
     at bigint not null,
     trial_number integer,
     payload json not null,
     constraint events_pk primary key (experiment_id, seq)
   )`,
  `create table artifact_links (
     trial_id uuid not null constraint artifact_links_trial_fk references trials (id) on delete cascade,
     name text not null,
     attempt_id uuid not null constraint artifact_links_attempt_fk references attempts (id) on delete cascade,
     kind text not null,
     digest text not null,
     bytes bigint not null,
     constraint artifact_links_pk primary key (trial_id, name)
   )`,
  `create index artifact_links_digest on artifact_links (digest)`,
] as const;

/** One index per direction: null becomes the infinity that sorts last. The reader's sort keys are these expressions. */
export const createTrialSortIndexes = [
  `create index trials_by_value_up on trials (experiment_id, coalesce(first_value, 'infinity'), number)`,
  `create index trials_by_value_down on trials (experiment_id, coalesce(first_value, '-infinity'), number)`,
  `create index trials_by_duration_up on trials (experiment_id, coalesce(duration_ms, 'infinity'), number)`,
  `create index trials_by_duration_down on trials (experiment_id, coalesce(duration_ms, '-infinity'), number)`,
] as const;
