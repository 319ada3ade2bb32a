import { type Activity, ActivityTypes, CardFactory, type TurnContext } from 'botbuilder';
import type { Moment, Reply } from '../cards/cards.ts';

/** When and where a person reads the answer: their time zone and language, as the client says. */
export function readMoment(activity: Partial<Activity>, now: Date): Moment {
  const entities: { type?: string; timezone?: unknown; locale?: unknown }[] = Array.isArray(activity.entities)
    ? activity.entities
    : [];
  const client = entities.find((entity) => entity?.type === 'clientInfo');
  const zone = client?.timezone ?? activity.localTimezone;
  const locale = activity.locale ?? client?.locale;
  return {
    now,
    timeZone: typeof zone === 'string' ? zone : undefined,
    locale: typeof locale === 'string' ? locale : undefined,
  };
}

/** The tenant of a conversation; Teams writes it in one of two places. */
export function tenantOf(activity: Partial<Activity>): string | undefined {
  const tenant = activity.conversation?.tenantId ?? activity.channelData?.tenant?.id;
  return typeof tenant === 'string' ? tenant.toLowerCase() : undefined;
}

export function toActivity(reply: Reply): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    summary: reply.summary,
    attachments: [CardFactory.adaptiveCard(reply.card)],
  };
}

/** Sends a reply as a new message. Its ID can be missing, which Teams does now and then. */
export async function send(context: TurnContext, reply: Reply): Promise<string | undefined> {
  return (await context.sendActivity(toActivity(reply)))?.id;
}

/** What a message is known by: edits and redelivered copies of it have the same key. */
export function messageKey(activity: Partial<Activity>): string | undefined {
  return activity.id ? `${activity.channelId}|${activity.conversation?.id}|${activity.id}` : undefined;
}
