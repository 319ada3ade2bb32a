import { randomBytes } from 'node:crypto';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import { send, tenantOf } from './activity.ts';
import type { Turn } from './adapter.ts';
import { onFileConsent } from './caseFile.ts';
import { onExecute, onSubmit } from './onButton.ts';
import { onMessage } from './onMessage.ts';
import { onFetchTask, onSubmitAction } from './onMessageExtension.ts';
import type { BotParts } from './parts.ts';

/** Leads every activity to what answers it. Whatever fails becomes one polite sentence with a reference id. */
export function createBot(parts: BotParts): Turn {
  return async (context) => {
    const { activity } = context;
    const tenant = tenantOf(activity);
    if (parts.allowedTenants.length > 0 && (!tenant || !parts.allowedTenants.includes(tenant))) {
      parts.log.warn(
        { tenant, type: activity.type },
        'an activity of a tenant that is not allowed was refused',
      );
      if (activity.type === ActivityTypes.Invoke) await respond(context, 403, undefined);
      return;
    }
    try {
      await route(context, parts);
    } catch (error) {
      await fail(context, parts, error);
    }
  };
}

async function route(context: TurnContext, parts: BotParts): Promise<void> {
  const { activity } = context;
  switch (activity.type) {
    case ActivityTypes.Message:
      // A Submit is a message that has a value and no text.
      if (activity.value && !activity.text) return onSubmit(context, parts);
      return onMessage(context, parts);
    case ActivityTypes.MessageUpdate:
      return onMessage(context, parts);
    case ActivityTypes.InstallationUpdate:
      // Teams sends a conversationUpdate as well; greeting on this one alone greets once.
      if (activity.action === 'add') await send(context, parts.cards.welcome());
      return;
    case ActivityTypes.Invoke:
      return onInvoke(context, parts);
    default:
      return;
  }
}

async function onInvoke(context: TurnContext, parts: BotParts): Promise<void> {
  switch (context.activity.name) {
    case 'adaptiveCard/action':
      return respond(context, 200, await onExecute(context, parts));
    case 'fileConsent/invoke':
      await onFileConsent(context, parts);
      return respond(context, 200, undefined);
    case 'composeExtension/fetchTask':
      return respond(context, 200, onFetchTask(context, parts));
    case 'composeExtension/submitAction':
      return respond(context, 200, await onSubmitAction(context, parts));
    default:
      return respond(context, 501, undefined);
  }
}

async function respond(context: TurnContext, status: number, body: unknown): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value: { status, body } });
}

async function fail(context: TurnContext, { log, metrics, cards }: BotParts, error: unknown): Promise<void> {
  const referenceId = randomBytes(4).toString('hex');
  metrics.failures.inc({ kind: 'turn' });
  log.error(
    { err: error, referenceId, type: context.activity.type, name: context.activity.name },
    'a turn failed',
  );
  const reply = cards.error(referenceId);
  try {
    if (context.activity.type === ActivityTypes.Invoke) {
      await respond(context, 200, {
        statusCode: 500,
        type: 'application/vnd.microsoft.error',
        value: { code: referenceId, message: reply.summary },
      });
    } else {
      await send(context, reply);
    }
  } catch (second) {
    // The connector itself is away: there is nobody left to tell.
    log.error({ err: second, referenceId }, 'the person could not be told');
  }
}
