import type { RunnerStatus } from '@cambium/core';
import { type RequestContext, requireUser } from '../../context/request-context.js';
import type { SubscriptionResolvers } from '../../generated/resolver-types.js';
import { createAlarm } from '../../live/alarm.js';
import { closableStream } from '../../live/closable-stream.js';
import { untilThere } from '../../live/until-there.js';
import { mayStillRead } from '../experiments/may-still-read.js';
import { isAlive } from './is-alive.js';
import { listRunners } from './list-runners.js';

/** Slots fill and empty with every trial: the list is read at most so often, in milliseconds. */
const gapMs = 500;

export const runnersChangedSubscription: NonNullable<SubscriptionResolvers['runnersChanged']> = {
  subscribe: (_root, _args, context) => closableStream(context.signal, (signal) => changedRunners(context, signal)),
};

/** Runners that connect and trials that start or end ring; one that goes away is noticed at the next look. */
async function* changedRunners(
  context: RequestContext,
  signal: AbortSignal,
): AsyncGenerator<{ runnersChanged: RunnerStatus[] }> {
  const { workspaceId } = requireUser(context);
  const { services } = context;
  const { experiments, runners, timing } = services;
  const mayRead = mayStillRead(context);
  const alarm = createAlarm(signal);
  const silence = [
    experiments.onAnyEvents(alarm.ring),
    runners.onRunners((id) => {
      if (id === workspaceId) alarm.ring();
    }),
  ];
  let sent = '';
  try {
    while (!signal.aborted && (await untilThere(mayRead, signal))) {
      alarm.reset();
      const list = await untilThere(() => listRunners(context), signal);
      const shown = JSON.stringify(list.map((runner) => [runner, isAlive(runner, services)]));
      if (shown !== sent) yield { runnersChanged: list };
      sent = shown;
      await alarm.pause(gapMs);
      await alarm.wait(timing.recheckMs);
    }
  } finally {
    for (const off of silence) off();
    alarm.dispose();
  }
}
