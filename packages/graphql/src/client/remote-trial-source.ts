import type { CambiumError, Claim, ClaimRef, Decision, TrialSource } from '@cambium/core';
import {
  ClaimTrialsDocument,
  FinishTrialDocument,
  ReportAndHeartbeatDocument,
  type TrialReportInput,
} from '../generated/documents.js';
import { coalesce } from './coalesce.js';
import { createGraphqlClient } from './graphql-client.js';
import { sleep, withRetry } from './retry.js';
import { outcomeInput } from './trial-inputs.js';

export interface RemoteTrialSourceOptions {
  /** The server's origin, e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  /** A runner token, `cmb_…`. */
  readonly token: string;
  /** Reports and heartbeats wait so long, at most, for those before them to be answered, and travel as one mutation then. */
  readonly windowMs?: number;
  /** How long to keep trying to deliver a report, heartbeat or outcome to a server that is away. */
  readonly retryForMs?: number;
  /** Told about each failed try, for the runner's log. */
  readonly onRetry?: (error: CambiumError, attempt: number) => void;
}

/** Items of one mutation; the server's list limit is far above. */
const batchLimit = 64;

type Message = { readonly kind: 'report'; readonly report: TrialReportInput } | { kind: 'heartbeat'; claim: ClaimRef };

/**
 * core's TrialSource over GraphQL. A server that is away does not kill a trial: reports, heartbeats and outcomes are
 * repeated for `retryForMs` (ten minutes), and only then rejected with code `retry`. Reports and outcomes are safe to
 * repeat by the ledger's promises.
 */
export function createRemoteTrialSource(options: RemoteTrialSourceOptions): TrialSource {
  const { url, token, windowMs = 50, retryForMs = 600_000, onRetry } = options;
  const client = createGraphqlClient({ url, headers: { authorization: `Bearer ${token}` } });
  const retry = { forMs: retryForMs, onRetry };

  const send = coalesce<Message, Decision>(
    async (messages) => {
      const reports = messages.flatMap((message) => (message.kind === 'report' ? [message.report] : []));
      const claims = messages.flatMap((message) => (message.kind === 'heartbeat' ? [message.claim] : []));
      const answer = await withRetry(() => client.request(ReportAndHeartbeatDocument, { reports, claims }), retry);
      const byKind = { report: [...answer.reportTrials], heartbeat: [...answer.heartbeatTrials] };
      return messages.map(({ kind }) => byKind[kind].shift() ?? 'continue');
    },
    { windowMs, limit: batchLimit },
  );

  return {
    async claim(runner, count, { waitMs, signal, experimentId = null }) {
      const described = { ...runner, slots: runner.slots.map((slot) => ({ ...slot })) };
      const variables = { runner: described, count, waitMs, experimentId };
      const request = () => client.request(ClaimTrialsDocument, variables, { signal });
      try {
        const { claimTrials } = await withRetry(request, { ...retry, forMs: waitMs, signal });
        return claimTrials.map(({ body }) => body as unknown as Claim);
      } catch (error) {
        if (signal?.aborted === true) return [];
        if ((error as CambiumError).code !== 'retry') throw error;
        // Away for the whole wait: no work, and a pause so that a caller in a loop does not spin.
        await sleep(250, signal).catch(() => undefined);
        return [];
      }
    },
    report: (claim, entries) =>
      send({ kind: 'report', report: { claim: claimRef(claim), entries: entries.map((entry) => ({ ...entry })) } }),
    heartbeat: (claim) => send({ kind: 'heartbeat', claim: claimRef(claim) }),
    async finish(claim, outcome) {
      const variables = { claim: claimRef(claim), outcome: outcomeInput(outcome) };
      return (await withRetry(() => client.request(FinishTrialDocument, variables), retry)).finishTrial;
    },
  };
}

/** Callers may pass a whole Claim: only what names the attempt travels. */
function claimRef({ experimentId, trialId, attemptId, epoch }: ClaimRef): ClaimRef {
  return { experimentId, trialId, attemptId, epoch };
}
