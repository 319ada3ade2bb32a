import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { aMention, aMessage, aPress } from '../helpers/activities.ts';
import { type RunningBot, startBot } from '../helpers/bot.ts';
import { actionFor, actionsOf, cardOf, textOf } from '../helpers/cards.ts';

let bot: RunningBot;
let to: string;
beforeAll(async () => {
  bot = await startBot({ now: () => new Date('2022-03-02T21:25:26Z') });
  to = bot.connector.url;
});
afterAll(() => bot.close());
beforeEach(() => {
  bot.connector.sent.length = 0;
  bot.logged.length = 0;
});

const GO_ERROR = `ClientSecretCredential authentication failed
POST https://login.microsoftonline.com/3c631bb7-a9f7-4343-a5ba-a6159135f1fc/oauth2/v2.0/token
--------------------------------------------------------------------------------
RESPONSE 401 Unauthorized
--------------------------------------------------------------------------------
{
  "error": "invalid_client",
  "error_description": "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '86be4c01-505b-45e9-bfc0-9b825fd84a11'.\\r\\nTrace ID: 03da4b8e-5ffe-48ca-9754-aff4276f0100\\r\\nCorrelation ID: 7b12f9bb-2eef-42e3-ad75-eee69ec9088d\\r\\nTimestamp: 2022-03-02 18:25:26Z",
  "error_codes": [7000215]
}`;

describe('an error that is pasted into a personal chat', () => {
  test('is answered with a card that holds the problem and what was in the paste', async () => {
    expect((await bot.post(aMessage(to, GO_ERROR))).status).toBe(200);
    const [sent] = await bot.connector.received(1);
    const text = textOf(cardOf(sent!));
    expect(sent!.method).toBe('POST');
    expect(text).toContain('AADSTS7000215');
    expect(text).toContain('7b12f9bb-2eef-42e3-ad75-eee69ec9088d');
    expect(text).toContain('03da4b8e-5ffe-48ca-9754-aff4276f0100');
    expect(text).toContain('2022-03-02');
    expect(text).toContain('86be4c01-505b-45e9-bfc0-9b825fd84a11');
    expect(sent!.activity.summary).toBeTruthy();
  });

  test('is answered once, even when Teams delivers it again', async () => {
    const message = aMessage(to, GO_ERROR);
    await Promise.all([bot.post(message), bot.post(message)]);
    await bot.post(message);
    expect(await bot.connector.received(1)).toHaveLength(1);
  });

  test('updates its answer when it is edited', async () => {
    const message = aMessage(
      to,
      'AADSTS50126: Error validating credentials due to invalid username or password.',
    );
    await bot.post(message);
    await bot.post({
      ...message,
      type: 'messageUpdate',
      text: GO_ERROR,
      channelData: { ...message.channelData, eventType: 'editMessage' },
    });
    const sent = await bot.connector.received(2);
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'PUT']);
    expect(textOf(cardOf(sent[1]!))).toContain('AADSTS7000215');
  });

  test('leaves no text, user name or secret in the log', async () => {
    await bot.post(aMessage(to, `${GO_ERROR}\nclient_secret=Xy7pq.secret-value user kim@contoso.com`));
    await bot.connector.received(1);
    const log = bot.logged.join('');
    expect(log).toContain('AADSTS7000215');
    expect(log).not.toMatch(/Xy7pq|kim@contoso|Invalid client secret|Kim Akers/);
  });

  test('shows no secret on the card, and warns', async () => {
    await bot.post(aMessage(to, `${GO_ERROR}\nclient_secret=Xy7pq.secret-value`));
    const [sent] = await bot.connector.received(1);
    expect(textOf(cardOf(sent!))).not.toContain('Xy7pq');
    expect(textOf(cardOf(sent!))).toMatch(/secret/i);
  });
});

describe('a mention in a channel', () => {
  test('is answered in its thread, without the mention being taken for text', async () => {
    await bot.post(
      aMention(to, 'AADSTS50105: Your administrator has configured the application to block users'),
    );
    const [sent] = await bot.connector.received(1);
    expect(decodeURIComponent(sent!.path)).toContain('19:incident@thread.tacv2;messageid=1759881511856');
    expect(textOf(cardOf(sent!))).toContain('AADSTS50105');
  });

  test('without text gets help instead of silence', async () => {
    await bot.post(aMention(to, ''));
    expect(await bot.connector.received(1)).toHaveLength(1);
  });
});

describe('other messages', () => {
  test.each(['hi', 'Hello', 'HELP', 'help!', '/help'])('%s shows what the bot can do', async (text) => {
    await bot.post(aMessage(to, text));
    const [sent] = await bot.connector.received(1);
    expect(textOf(cardOf(sent!))).toMatch(/paste/i);
  });

  test('a screenshot without text gets a request for the text', async () => {
    await bot.post(
      aMessage(to, undefined, {
        attachments: [{ contentType: 'image/png', contentUrl: 'https://smba.example/v3/attachments/1' }],
      }),
    );
    const [sent] = await bot.connector.received(1);
    expect(textOf(cardOf(sent!))).toMatch(/text/i);
  });

  test('something else is honestly not matched, and can be escalated', async () => {
    await bot.post(aMessage(to, 'The coffee machine on floor 3 shows error 17 again'));
    const [sent] = await bot.connector.received(1);
    expect(actionFor(cardOf(sent!), 'escalate')).toBeDefined();
    expect(actionFor(cardOf(sent!), 'solved')).toBeUndefined();
  });

  test('an unknown code is said to be unknown, with the address to look it up', async () => {
    await bot.post(
      aMessage(to, 'AADSTS999999: something new. Correlation ID: 7b12f9bb-2eef-42e3-ad75-eee69ec9088d'),
    );
    const [sent] = await bot.connector.received(1);
    const text = textOf(cardOf(sent!));
    expect(text).toContain('AADSTS999999');
    expect(text).toContain('https://login.microsoftonline.com/error?code=999999');
    expect(text).toContain('7b12f9bb-2eef-42e3-ad75-eee69ec9088d');
  });

  test('the bot greets when it is installed, and not for every member who joins', async () => {
    await bot.post(aMessage(to, undefined, { type: 'installationUpdate', action: 'add' }));
    await bot.post(aMessage(to, undefined, { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] }));
    await bot.post(aMessage(to, undefined, { type: 'conversationUpdate', membersAdded: [{ id: '29:new' }] }));
    await bot.post(aMessage(to, undefined, { type: 'installationUpdate', action: 'remove' }));
    expect(await bot.connector.received(1)).toHaveLength(1);
  });

  test.each(['messageDelete', 'messageReaction', 'endOfConversation', 'somethingNew'])(
    '%s is accepted in silence',
    async (type) => {
      expect((await bot.post(aMessage(to, undefined, { type }))).status).toBe(200);
      expect(bot.connector.sent).toHaveLength(0);
    },
  );
});

describe('buttons', () => {
  test('"Not this" shows the others in place of the card', async () => {
    await bot.post(aMessage(to, GO_ERROR));
    const [sent] = await bot.connector.received(1);
    const { status, body } = await bot.post(aPress(to, actionFor(cardOf(sent!), 'notThis')));
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect((await bot.connector.received(2))[1]!.method).toBe('PUT');
  });

  test('"Not this" leads back to the answer, too', async () => {
    await bot.post(aMessage(to, GO_ERROR));
    const [sent] = await bot.connector.received(1);
    const { body } = await bot.post(aPress(to, actionFor(cardOf(sent!), 'notThis')));
    const again = await bot.post(aPress(to, actionFor(body.value, 'answer')));
    expect(textOf(again.body.value)).toContain('AADSTS7000215');
  });

  test('a second code of the message has a button to its answer', async () => {
    await bot.post(
      aMessage(
        to,
        'AADSTS50105: Your administrator has blocked users. AADSTS53003: Access has been blocked by Conditional Access policies.',
      ),
    );
    const [sent] = await bot.connector.received(1);
    expect(textOf(cardOf(sent!))).toContain('Also in your message');
    const other = actionsOf(cardOf(sent!)).find((action) => action.verb === 'answer') as { data: object };
    const { body } = await bot.post(aPress(to, other));
    expect(textOf(body.value)).toMatch(/AADSTS53003/);
  });

  test('"This solved it" thanks, and is remembered without a person', async () => {
    await bot.post(aMessage(to, GO_ERROR));
    const [sent] = await bot.connector.received(1);
    const { body } = await bot.post(aPress(to, actionFor(cardOf(sent!), 'solved')));
    expect(body.value.type).toBe('AdaptiveCard');
  });

  test('an old client that sends a Submit gets the same, as an updated message', async () => {
    await bot.post(aMessage(to, GO_ERROR));
    const [sent] = await bot.connector.received(1);
    const { data } = actionFor(cardOf(sent!), 'solved');
    await bot.post(aMessage(to, undefined, { value: data, replyToId: 'bot-1' }));
    expect((await bot.connector.received(2))[1]).toMatchObject({ method: 'PUT' });
  });

  test.each([
    ['nothing', {}],
    ['a forged verb', { et: { v: 1, verb: 'dropTables', others: [] } }],
    ['a forged entry', { et: { v: 1, verb: 'answer', entry: '../../etc/passwd', others: [] } }],
    [
      'an entry that does not exist',
      { et: { v: 1, verb: 'answer', entry: 'AADSTS1', others: [], carried: {} } },
    ],
    ['another version', { et: { v: 2, verb: 'solved' } }],
    [
      'markup in an ID',
      { et: { v: 1, verb: 'escalate', carried: { correlationIds: ['[x](http://evil)'] } } },
    ],
    ['a text', 'hello'],
    ['null', null],
  ])('%s in a button is answered with a clear no', async (_, data) => {
    const { status, body } = await bot.post(aPress(to, { data: data as object }));
    expect(status).toBe(200);
    expect(body.value.type).toBe('AdaptiveCard');
    expect(textOf(body)).not.toContain('evil');
  });
});

describe('"Triage" in the menu of a message', () => {
  const payload = (content: string) => ({
    type: 'invoke',
    name: 'composeExtension/fetchTask',
    value: {
      commandId: 'triageMessage',
      commandContext: 'message',
      messagePayload: { id: '1', body: { contentType: 'html', content } },
      context: { theme: 'default' },
    },
  });

  test('opens the answer in a dialog, whose buttons are Submits', async () => {
    const { body } = await bot.post(
      aMessage(to, undefined, payload(`<div>AADSTS50105: Your administrator &lt;x&gt; blocked</div>`)),
    );
    const { card } = body.task.value;
    expect(textOf(card)).toContain('AADSTS50105');
    expect(actionsOf(card.content).map(({ type }) => type)).not.toContain('Action.Execute');
  });

  test('a button in the dialog leads to the next card', async () => {
    const { body } = await bot.post(aMessage(to, undefined, payload('<div>AADSTS50105</div>')));
    const solved = actionsOf(body.task.value.card.content).find(
      (action) => action.data?.et?.verb === 'solved',
    )!;
    const next = await bot.post(
      aMessage(to, undefined, {
        type: 'invoke',
        name: 'composeExtension/submitAction',
        value: { commandId: 'triageMessage', data: solved.data },
      }),
    );
    expect(next.body.task.value.card.content.type).toBe('AdaptiveCard');
  });

  test('a message without text asks for text', async () => {
    const { body } = await bot.post(aMessage(to, undefined, payload('')));
    expect(body.task.value.card.content.type).toBe('AdaptiveCard');
  });
});

describe('what is broken leaves the bot running', () => {
  test.each([
    ['no JSON', '{"type":', 400],
    ['an empty body', '', 400],
    ['a list', '[]', 400],
    ['null', 'null', 400],
    ['no type', '{}', 400],
    [
      'no conversation',
      JSON.stringify({
        type: 'message',
        serviceUrl: 'http://127.0.0.1',
        channelId: 'msteams',
        from: { id: '1' },
      }),
      400,
    ],
    ['a reply address elsewhere', JSON.stringify(aMessage('https://evil.example', 'x')), 403],
    ['a body of 3 MB', JSON.stringify(aMessage('http://127.0.0.1:1', 'x'.repeat(3_000_000))), 413],
  ])('%s', async (_, body, status) => {
    const answer = await bot.post(body);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toBeTruthy();
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
  });

  test.each([
    ['odd entities', { entities: [null, 1, 'x', {}] }],
    ['odd attachments', { attachments: [null, {}, { contentType: 5 }] }],
    ['no recipient', { recipient: undefined }],
    ['numbers where text is expected', { text: 5 }],
    ['a text of one megabyte', { text: 'AADSTS '.repeat(150_000) }],
  ])('%s', async (_, overrides) => {
    expect((await bot.post(aMessage(to, 'AADSTS50105', overrides))).status).toBe(200);
    expect(await bot.connector.received(1)).toHaveLength(1);
  });

  test('a connector that refuses the answer does not end the bot', async () => {
    bot.connector.fail(403, 20);
    await bot.post(aMessage(to, GO_ERROR));
    bot.connector.fail(200, 0);
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
  });

  test('unknown addresses and methods get JSON', async () => {
    const missing = await fetch(`${bot.url}/nothing`);
    expect([missing.status, ((await missing.json()) as any).error.message]).toEqual([
      404,
      expect.any(String),
    ]);
    const wrong = await fetch(`${bot.url}/api/messages`);
    expect([wrong.status, ((await wrong.json()) as any).error.message]).toEqual([405, expect.any(String)]);
  });
});

test('health, readiness and metrics answer', async () => {
  expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
  expect(await (await fetch(`${bot.url}/metrics`)).text()).toContain('entra_triage_answers_total');
});

test('people of a tenant that is not allowed get nothing', async () => {
  const closed = await startBot({ allowedTenants: ['ffffffff-0000-cccc-1111-dddd2222eeee'] });
  expect((await closed.post(aMessage(closed.connector.url, 'AADSTS50105'))).status).toBe(200);
  expect(closed.connector.sent).toHaveLength(0);
  await closed.close();
});
