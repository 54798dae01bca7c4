export { claimTrialsMutation } from './claim-trials.mutation.js';
export { finishTrialMutation } from './finish-trial.mutation.js';
export { heartbeatTrialsMutation } from './heartbeat-trials.mutation.js';
export { reportTrialsMutation } from './report-trials.mutation.js';
export { runnerType } from './runner-type.js';
export { runnersQuery } from './runners.query.js';
export { runnersChangedSubscription } from './runners-changed.subscription.js';
