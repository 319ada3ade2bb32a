let count = 0;

/** A message as Teams sends it in a personal chat. */
export function aMessage(
  serviceUrl: string,
  text: string | undefined,
  overrides: Record<string, unknown> = {},
) {
  const id = `m${++count}-${process.pid}`;
  return {
    type: 'message',
    id,
    channelId: 'msteams',
    serviceUrl,
    timestamp: '2026-11-21T10:00:00.000Z',
    from: { id: '29:kim', name: 'Kim Akers', aadObjectId: '11111111-2222-3333-4444-555555555555' },
    recipient: { id: '28:bot', name: 'Entra Triage' },
    conversation: {
      id: 'a:personal',
      conversationType: 'personal',
      tenantId: 'aaaabbbb-0000-cccc-1111-dddd2222eeee',
    },
    channelData: { tenant: { id: 'aaaabbbb-0000-cccc-1111-dddd2222eeee' } },
    locale: 'en-US',
    textFormat: 'plain',
    ...(text === undefined ? {} : { text }),
    entities: [
      { type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Windows', timezone: 'Europe/Berlin' },
    ],
    ...overrides,
  };
}

/** A mention of the bot in a channel, with the HTML that Teams sends beside the text. */
export function aMention(serviceUrl: string, html: string, overrides: Record<string, unknown> = {}) {
  return aMessage(serviceUrl, `<at>Entra Triage</at> ${html.replace(/<[^>]*>/g, '')}`, {
    conversation: {
      id: '19:incident@thread.tacv2;messageid=1759881511856',
      conversationType: 'channel',
      isGroup: true,
      tenantId: 'aaaabbbb-0000-cccc-1111-dddd2222eeee',
    },
    entities: [
      { type: 'mention', mentioned: { id: '28:bot', name: 'Entra Triage' }, text: '<at>Entra Triage</at>' },
      { type: 'clientInfo', locale: 'en-US', timezone: 'Europe/Berlin' },
    ],
    attachments: [
      {
        contentType: 'text/html',
        content: `<p><span itemtype="http://schema.skype.com/Mention" itemscope="" itemid="0">Entra Triage</span>&nbsp;${html}</p>`,
      },
    ],
    ...overrides,
  });
}

/** A press of an Action.Execute of a card. */
export function aPress(
  serviceUrl: string,
  action: { verb?: string; data: unknown },
  inputs: Record<string, string> = {},
  overrides: Record<string, unknown> = {},
) {
  return aMessage(serviceUrl, undefined, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    // Each press is on a card of its own unless a test says otherwise.
    replyToId: `card-${++count}`,
    value: {
      action: { type: 'Action.Execute', verb: action.verb, data: { ...(action.data as object), ...inputs } },
      trigger: 'manual',
    },
    ...overrides,
  });
}
