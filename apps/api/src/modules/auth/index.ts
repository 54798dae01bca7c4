export { createRunnerTokenMutation } from './create-runner-token.mutation.js';
export { revokeRunnerTokenMutation } from './revoke-runner-token.mutation.js';
export { runnerTokensQuery } from './runner-tokens.query.js';
export { serverQuery } from './server.query.js';
export { signOutMutation } from './sign-out.mutation.js';
export { viewerQuery } from './viewer.query.js';
