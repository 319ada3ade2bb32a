import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { uploadFile } from '../../src/teams/uploadFile.ts';
import { aMention, aMessage, aPress } from '../helpers/activities.ts';
import { type RunningBot, startBot } from '../helpers/bot.ts';
import { actionFor, cardOf, textOf, valuesIn } from '../helpers/cards.ts';

let bot: RunningBot;
let to: string;
let now = new Date('2022-03-02T21:25:26Z');
beforeAll(async () => {
  bot = await startBot({ now: () => now });
  to = bot.connector.url;
});
afterAll(() => bot.close());
beforeEach(() => {
  bot.connector.sent.length = 0;
  now = new Date('2022-03-02T21:25:26Z');
});

const CORRELATION = '7b12f9bb-2eef-42e3-ad75-eee69ec9088d';
const TRACE = '03da4b8e-5ffe-48ca-9754-aff4276f0100';
const ERROR = `AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '86be4c01-505b-45e9-bfc0-9b825fd84a11'.\nTrace ID: ${TRACE}\nCorrelation ID: ${CORRELATION}\nTimestamp: 2022-03-02 18:25:26Z`;
const FILLED = {
  f_problem: 'The nightly job can no longer sign in.',
  f_impact: 'Reports are late.',
  f_severity: 'B',
  f_steps: 'Run the job.',
  f_contact: 'Kim <kim@contoso.com>',
  f_consent: 'true',
};

/** Pastes the error, presses Escalate, and returns the form. */
async function openForm(text = ERROR, message = aMessage(to, text)) {
  await bot.post(message);
  const [sent] = await bot.connector.received(1);
  const { body } = await bot.post(aPress(to, actionFor(cardOf(sent!), 'escalate'), {}, asIn(message)));
  bot.connector.sent.length = 0;
  return body.value;
}
const asIn = ({ conversation, channelData }: Record<string, any>) => ({ conversation, channelData });

/** What the form holds, as a client sends it back. */
const inputsOf = (form: unknown, typed: Record<string, string> = {}) => ({ ...valuesIn(form), ...typed });

async function submit(
  form: unknown,
  typed: Record<string, string> = FILLED,
  overrides: Record<string, unknown> = {},
) {
  const { body } = await bot.post(
    aPress(to, actionFor(form, 'submitCase'), inputsOf(form, typed), overrides),
  );
  return body.value;
}
const idOf = (card: unknown) => /ENT-[A-Z0-9]+/.exec(textOf(card))![0];

describe('the form', () => {
  test('opens in the same card with everything that the paste told', async () => {
    const form = await openForm();
    expect(valuesIn(form)).toMatchObject({
      f_correlationIds: CORRELATION,
      f_traceIds: TRACE,
      f_appId: '86be4c01-505b-45e9-bfc0-9b825fd84a11',
      f_timestamp: expect.stringContaining('2022-03-02'),
      f_errorText: expect.stringContaining('AADSTS7000215'),
    });
  });

  test('opens empty with the word "escalate"', async () => {
    await bot.post(aMessage(to, 'Escalate'));
    const [sent] = await bot.connector.received(1);
    expect(actionFor(cardOf(sent!), 'submitCase')).toBeDefined();
  });

  test('comes back with a message at each wrong field, and nothing typed is lost', async () => {
    const form = await openForm();
    const again = await submit(form, {
      ...FILLED,
      f_correlationIds: 'not-an-id',
      f_timestamp: 'yesterday',
      f_problem: 'What I wrote stays',
    });
    const text = textOf(again);
    expect(text).toContain('Check:');
    expect(valuesIn(again)).toMatchObject({
      f_correlationIds: 'not-an-id',
      f_timestamp: 'yesterday',
      f_problem: 'What I wrote stays',
      f_impact: 'Reports are late.',
    });
  });

  test('a right form becomes the case template', async () => {
    const shown = await submit(await openForm());
    const text = textOf(shown);
    for (const part of [
      'ENT-',
      'AADSTS7000215',
      CORRELATION,
      TRACE,
      '2022-03-02',
      '18:25:26',
      'The nightly job can no longer sign in.',
      'Reports are late.',
      '86be4c01-505b-45e9-bfc0-9b825fd84a11',
    ]) {
      expect(text).toContain(part);
    }
    expect((await bot.connector.received(1))[0]).toMatchObject({ method: 'PUT' });
  });

  test('a time in the own zone is shown back in UTC', async () => {
    const shown = await submit(await openForm(), {
      ...FILLED,
      f_timestamp: '2022-03-02 19:25:26',
      f_timeZone: 'Europe/Berlin',
    });
    expect(textOf(shown)).toContain('18:25:26');
  });

  test('a secret that is typed into it is masked', async () => {
    const shown = await submit(await openForm(), {
      ...FILLED,
      f_problem: 'It fails with client_secret=Xy7pq.secret-value',
    });
    expect(textOf(shown)).not.toContain('Xy7pq');
  });

  test('cancel leads back to the answer', async () => {
    const form = await openForm();
    const { body } = await bot.post(aPress(to, actionFor(form, 'cancel')));
    expect(actionFor(body.value, 'escalate')).toBeDefined();
  });
});

describe('a case', () => {
  test('is made once, however often Teams repeats the press', async () => {
    const form = await openForm();
    const press = aPress(to, actionFor(form, 'submitCase'), inputsOf(form, FILLED));
    const answers = await Promise.all([
      bot.post(press),
      bot.post({ ...press, id: 'again', timestamp: '2026-11-21T10:00:31Z' }),
      bot.post(press),
    ]);
    expect(new Set(answers.map(({ body }) => idOf(body.value))).size).toBe(1);
  });

  test('goes its way: filed with a number, closed with what fixed it, reopened', async () => {
    const created = await submit(await openForm());
    const id = idOf(created);
    const wrong = await bot.post(aPress(to, actionFor(created, 'fileCase'), { f_microsoftCase: 'x' }));
    expect(textOf(wrong.body.value)).toContain('Check:');
    const filed = await bot.post(
      aPress(to, actionFor(created, 'fileCase'), { f_microsoftCase: '2611020040001234' }),
    );
    expect(textOf(filed.body.value)).toMatch(/2611020040001234[\s\S]*|Filed/);
    const closed = await bot.post(
      aPress(to, actionFor(filed.body.value, 'closeCase'), { f_resolution: 'A new client secret' }),
    );
    expect(textOf(closed.body.value)).toContain('A new client secret');
    const stored = await bot.storage.findCase(id);
    expect(stored!.case).toMatchObject({
      state: 'closed',
      microsoftCase: '2611020040001234',
      resolution: 'A new client secret',
    });
    expect(stored!.case.events.map(({ did }) => did)).toEqual(['created', 'filed', 'closed']);
    const reopened = await bot.post(aPress(to, actionFor(closed.body.value, 'reopenCase')));
    expect((await bot.storage.findCase(id))!.case.state).not.toBe('closed');
    expect(textOf(reopened.body.value)).toContain(id);
  });

  test('two people who edit at once: the second is told, keeps what was typed, and nothing is overwritten', async () => {
    const created = await submit(await openForm());
    const edit = () => bot.post(aPress(to, actionFor(created, 'editCase'))).then(({ body }) => body.value);
    const [first, second] = [await edit(), await edit()];
    await submit(first, { f_problem: 'First was faster' });
    const late = await submit(second, { f_problem: 'Second was late' });
    expect((await bot.storage.findCase(idOf(created)))!.case.facts.problem).toBe('First was faster');
    expect(valuesIn(late)).toMatchObject({ f_problem: 'Second was late' });
    expect(textOf(late)).toContain('Somebody changed this case');
  });

  test('can be shown and listed by the people of its conversation alone', async () => {
    now = new Date('2022-03-02T21:26:26Z');
    const created = await submit(await openForm());
    const id = idOf(created);
    bot.connector.sent.length = 0;
    const elsewhere = {
      conversation: { id: 'a:other', conversationType: 'personal', tenantId: 't' },
      from: { id: '29:robin', name: 'Robin' },
    };
    await bot.post(aMessage(to, `case ${id}`, elsewhere));
    await bot.post(aMessage(to, 'cases', elsewhere));
    await bot.post(aMessage(to, `Case ${id.replace('-', ' ').toLowerCase()}`));
    await bot.post(aMessage(to, 'CASES'));
    const [strangerOne, strangerList, own, list] = (await bot.connector.received(4)).map(cardOf).map(textOf);
    expect(strangerOne).not.toContain('nightly job');
    expect(strangerList).not.toContain(id);
    expect(own).toContain('nightly job');
    expect(list).toContain(id);
    const foreign = await bot.post(
      aPress(to, actionFor(created, 'closeCase'), { f_resolution: 'mine now' }, elsewhere),
    );
    expect(textOf(foreign.body.value)).not.toContain('nightly job');
    expect((await bot.storage.findCase(id))!.case.state).not.toBe('closed');
  });

  test('of a channel thread can be used from another thread of the channel', async () => {
    const message = aMention(
      to,
      'AADSTS50105: Your administrator has configured the application to block users',
    );
    const created = await submit(await openForm('', message as never), FILLED, asIn(message));
    const other = aMention(to, `case ${idOf(created)}`, {
      conversation: { ...(message as any).conversation, id: '19:incident@thread.tacv2;messageid=999' },
    });
    bot.connector.sent.length = 0;
    await bot.post(other);
    const [sent] = await bot.connector.received(1);
    expect(textOf(cardOf(sent!))).toContain('nightly job');
  });

  test('keeps several correlation IDs, and says how long the log still holds the event', async () => {
    const second = '11111111-aaaa-bbbb-cccc-222222222222';
    const shown = await submit(await openForm(), {
      ...FILLED,
      f_correlationIds: `${CORRELATION}, ${second}`,
    });
    expect(textOf(shown)).toContain(second);
    expect(textOf(shown)).toMatch(/Sign-in log/);
  });
});

describe('a case as a file', () => {
  const consent = (caseId: string, action: string, overrides = {}) =>
    aMessage(to, undefined, {
      type: 'invoke',
      name: 'fileConsent/invoke',
      value: {
        type: 'fileUpload',
        action,
        context: { caseId },
        uploadInfo: {
          contentUrl: 'https://contoso-my.sharepoint.com/c',
          name: 'x.md',
          uploadUrl: 'https://contoso-my.sharepoint.com/up',
          uniqueId: 'u',
          fileType: 'md',
        },
      },
      ...overrides,
    });

  test('is offered in a personal chat, written on a yes, and shown', async () => {
    const created = await submit(await openForm());
    bot.connector.sent.length = 0;
    bot.uploads.length = 0;
    await bot.post(aPress(to, actionFor(created, 'sendFile')));
    const [offer] = await bot.connector.received(1);
    expect(offer!.activity.attachments[0]).toMatchObject({
      contentType: 'application/vnd.microsoft.teams.card.file.consent',
      name: `${idOf(created)}.md`,
    });
    await bot.post(consent(idOf(created), 'accept'));
    expect(bot.uploads[0]!.content).toContain(CORRELATION);
    expect((await bot.connector.received(2))[1]!.activity.attachments[0].contentType).toBe(
      'application/vnd.microsoft.teams.card.file.info',
    );
  });

  test('is not written on a no, for a stranger, or for a case that is not there', async () => {
    const created = await submit(await openForm());
    bot.uploads.length = 0;
    await bot.post(consent(idOf(created), 'decline'));
    await bot.post(
      consent(idOf(created), 'accept', { conversation: { id: 'a:other' }, from: { id: '29:robin' } }),
    );
    await bot.post(consent('ENT-222222', 'accept'));
    await bot.post(consent('nonsense', 'accept'));
    expect(bot.uploads).toEqual([]);
  });

  test.each([
    'http://contoso.sharepoint.com/up',
    'https://evil.example/up',
    'https://sharepoint.com.evil.example/up',
    'https://evilsharepoint.com/',
    'nonsense',
  ])('never goes to %s', async (url) => {
    await expect(uploadFile(url, 'x')).rejects.toThrow();
  });
});

test('"forget" deletes the drafts of a person and takes the person out of the rest', async () => {
  const created = await submit(await openForm());
  await bot.post(aMessage(to, 'forget'));
  await bot.connector.received(1);
  const stored = await bot.storage.findCase(idOf(created));
  expect(JSON.stringify(stored ?? {})).not.toMatch(/Kim Akers|kim@contoso\.com|29:kim/);
});

describe('when the storage is away', () => {
  let away: RunningBot;
  beforeAll(async () => {
    away = await startBot({ databaseUrl: 'postgres://nobody:x@127.0.0.1:9/none', now: () => now });
  });
  afterAll(() => away.close());

  test('triage goes on, the form comes back as text that is not saved, and readiness says why', async () => {
    const url = away.connector.url;
    await away.post(aMessage(url, ERROR));
    const [sent] = await away.connector.received(1);
    expect(textOf(cardOf(sent!))).toContain('AADSTS7000215');
    const form = (await away.post(aPress(url, actionFor(cardOf(sent!), 'escalate')))).body.value;
    const { body } = await away.post(aPress(url, actionFor(form, 'submitCase'), inputsOf(form, FILLED)));
    const text = textOf(body.value);
    expect(text).toMatch(/not saved/i);
    expect(text).toContain('The nightly job can no longer sign in.');
    expect(text).toContain(CORRELATION);
    const ready = await fetch(`${away.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(JSON.stringify(await ready.json())).toMatch(/storage/);
  });
});
