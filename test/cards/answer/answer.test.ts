import { describe, expect, test } from '@jest/globals';
import { carry } from '../../../src/core/request/buttonData.ts';
import { readRequest } from '../../../src/core/request/readRequest.ts';
import type { Fix, Triage } from '../../../src/core/types.ts';
import { cards, NOW } from '../allCards.ts';
import { type Node, nodes, nodesOf, shownText } from '../cardTree.ts';
import { APP, CORRELATION, details, entry, other, triage } from '../sampleEntry.ts';

const moment = { now: NOW, timeZone: 'Europe/Berlin', locale: 'en-GB' };
const answer = (change: Partial<Triage> = {}) => cards.answer({ ...triage, ...change }, moment);
const visible = (card: Record<string, unknown>) =>
  shownText((card.body as Node[]).filter(({ isVisible }) => isVisible !== false));
const pressed = (card: unknown, title: string) =>
  readRequest(nodes(card, 'Action.Execute').find((action) => action.title === title)?.data);

test('the headline, how sure it is, who can fix it and the first fix are visible without a click', () => {
  const text = visible(answer().card);
  for (const words of [
    "This user isn't assigned to the app",
    'Medium severity',
    'Certain: ',
    'code AADSTS50105 in the text',
    "A tenant admin (at least Cloud Application Administrator) or the app's developer",
    'Assign the user',
    'Entra admin center > Entra ID > Enterprise apps',
    'Trying again helps only after the fix.',
  ])
    expect(text).toContain(words);
});

test('a fix that only finds out why does not name who can fix it', () => {
  const [assign] = entry.fixes;
  const look: Fix = {
    title: 'Find the policy',
    by: 'admin',
    role: 'Reports Reader',
    steps: ['Open the log.'],
  } as const;
  const matches = [{ ...triage.matches[0]!, entry: { ...entry, fixes: [look, assign!] } }];
  expect(visible(answer({ matches }).card)).toContain(
    "A tenant admin (at least Cloud Application Administrator) or the app's developer",
  );
});

test('an entry of several codes is called by the one in the message, also beside another', () => {
  const family = { ...other, codes: ['AADSTS50020', 'AADSTS500211'] };
  const codes = ['AADSTS50105', 'AADSTS500211'];
  const matches = [
    triage.matches[0]!,
    { ...triage.matches[1]!, entry: family, confidence: 'exact' as const },
  ];
  const { card } = answer({ matches, details: { ...details, codes } });
  expect(visible(card)).toContain(`AADSTS500211: ${family.title}`);
  expect(visible(card)).not.toContain('AADSTS50020:');
  const alone = visible(answer({ matches: [matches[1]!], details: { ...details, codes } }).card);
  expect(alone).toContain('AADSTS500211');
  expect(alone).not.toContain('EntitlementGrantsNotFound');
});

test('causes that are conclusions are called so', () => {
  const matches = [{ ...triage.matches[0]!, entry: { ...entry, inferred: true } }];
  expect(visible(answer({ matches }).card)).toContain('Causes and fixes are conclusions from it.');
  expect(visible(answer().card)).not.toContain('conclusions');
});

test('the first fix is filled in for the app of the message', () => {
  const text = visible(answer().card);
  expect(text).toContain(`Search for the application ID ${APP}.`);
  expect(text).toContain(`az ad sp show --id ${APP}`);
  expect(text).not.toContain('angle brackets');
});

test.each([
  ['graph', ['Policy.Read.All'], 'Microsoft Graph, with the permission Policy.Read.All'],
  [
    'powershell',
    ['User.Read.All', 'Group.Read.All'],
    'PowerShell, after Connect-MgGraph -Scopes User.Read.All,Group.Read.All',
  ],
  ['powershell', undefined, 'PowerShell'],
] as const)('a command in %s that needs %j is headed "%s"', (shell, permissions, heading) => {
  const command = { shell, run: 'the command', ...(permissions && { permissions: [...permissions] }) };
  const matches = [{ ...triage.matches[0]!, entry: { ...entry, fixes: [{ ...entry.fixes[0]!, command }] } }];
  expect(visible(answer({ matches }).card).split('\n')).toContain(heading);
});

test('without an app in the message the command says what to put in', () => {
  const text = visible(answer({ details: { ...details, appIds: [] } }).card);
  expect(text).toContain('az ad sp show --id <application ID>');
  expect(text).toContain('angle brackets');
});

test('what was found is shown, time in UTC and on the reader’s clock', () => {
  const text = visible(answer().card);
  expect(text).toContain(CORRELATION);
  expect(text).toContain('2026-11-02 18:25:26 UTC');
  expect(text).toContain('3 h ago · 2 Nov 2026, 19:25 in Europe/Berlin');
  expect(text).not.toContain('no zone given');
});

test('a time without a zone is marked', () => {
  expect(visible(answer({ details: { ...details, assumedUtc: true } }).card)).toContain(
    'no zone given, read as UTC',
  );
});

test.each([
  ['usgov', 'Azure US Government'],
  ['china', 'Azure China (21Vianet)'],
] as const)('the cloud %s is named', (cloud, name) => {
  expect(visible(answer({ details: { ...details, cloud } }).card)).toContain(name);
});

test('causes, other fixes, checks, notes, reasons and sources are behind "More"', () => {
  const { card } = answer();
  const more = nodesOf(card).find(({ id }) => id === 'more')!;
  expect(more.isVisible).toBe(false);
  const text = shownText(more);
  for (const words of [
    'The user was never assigned.',
    'The list lacks the user.',
    'Is the user in the list?',
    'Let everybody in',
    'Look at Users and groups of the app.',
    'A screenshot of Users and groups',
    'Nested groups do not count.',
    'AADSTS50020: This guest is not in the tenant',
    '50020 names a guest.',
    'the words “does not exist in tenant”',
    'Error AADSTS50105',
  ])
    expect(text).toContain(words);
});

test('the four actions are Escalate, This solved it, Not this and More', () => {
  const [set] = nodes(answer().card, 'ActionSet');
  expect((set!.actions as Node[]).map(({ title }) => title)).toEqual([
    'Escalate',
    'This solved it',
    'Not this',
    'More',
  ]);
});

test('the buttons carry the details and the other matches', () => {
  const { card } = answer();
  expect(pressed(card, 'Not this')).toMatchObject({
    verb: 'notThis',
    entry: 'AADSTS50105',
    others: ['AADSTS50020'],
    carried: { correlationIds: [CORRELATION], appIds: [APP], errorText: 'AADSTS50105: not assigned' },
  });
  expect(pressed(card, 'Escalate')).toMatchObject({ verb: 'escalate', carried: { codes: ['AADSTS50105'] } });
  expect(pressed(card, 'This solved it')).toMatchObject({ verb: 'solved', entry: 'AADSTS50105' });
});

test('the summary is one line with the code', () => {
  expect(answer().summary).toBe("AADSTS50105: This user isn't assigned to the app");
});

test('another match can be shown in place of the first', () => {
  expect(cards.answer(triage, moment, { shown: 'AADSTS50020' }).summary).toBe(
    'AADSTS50020: This guest is not in the tenant',
  );
});

test('an answer that was chosen by hand does not claim to be certain', () => {
  const text = visible(cards.answerEntry(entry, [other], carry(triage), moment).card);
  expect(text).toContain('Chosen by hand');
  expect(text).not.toContain('Certain');
  expect(text).toContain(CORRELATION);
});

describe('secrets', () => {
  const found = answer({ secrets: [{ kind: 'client-secret' }, { kind: 'jwt' }] });
  test('come first, with what to do', () => {
    const text = shownText((found.card.body as Node[])[0]);
    expect(text).toContain('a client secret and a token (JWT)');
    expect(text).toContain('Revoke or rotate');
    expect(text).toContain('Delete the message');
  });
  test('are in the line for the toast', () => {
    expect(found.summary).toMatch(/^The message holds a client secret and a token \(JWT\)\. AADSTS50105/);
    expect(found.card.fallbackText).toBe(found.summary);
  });
  test('without anything else in the message are a card of their own', () => {
    const { card } = cards.secretsOnly(['password', 'a kind that nobody knows'], moment);
    expect(shownText(card)).toContain('a password and a secret');
    expect(shownText(card)).toContain('There is no error in the rest');
  });
});

describe('a chain of credentials', () => {
  const chain = [
    {
      credential: 'EnvironmentCredential',
      state: 'skipped',
      reason:
        'EnvironmentCredential authentication unavailable. Environment variables are not fully configured.',
    },
    { credential: 'AzureCliCredential', state: 'failed', reason: 'AADSTS50105: not assigned' },
    { credential: 'AzureDeveloperCliCredential', state: 'failed', reason: 'AADSTS501051: another code' },
  ] as const;
  const { card } = answer({ details: { ...details, chain: [...chain] } });
  const table = nodes(card, 'Table')[0]!;

  test('is a table with a row for each, and a fallback for phones', () => {
    expect(nodes(table.rows, 'TableRow')).toHaveLength(4);
    expect(shownText(table.fallback)).toContain('AzureCli: ');
  });
  test('does not repeat the name of the credential', () => {
    expect(shownText(table.rows)).toContain('\nEnvironment variables are not fully configured.');
  });
  test('marks the one that the answer is about, not one with a longer code', () => {
    const marked = nodes(table.rows, 'TableRow').filter((row) =>
      shownText(row).includes('Fix this one first'),
    );
    expect(marked.map((row) => shownText(row).split('\n')[0])).toEqual(['AzureCli']);
  });
});

test('an entry without a role, command or path has no empty lines for them', () => {
  const bare = {
    ...entry,
    name: undefined,
    decide: undefined,
    fixes: [entry.fixes[1]!],
    notes: [],
    twins: [],
  };
  const text = shownText(cards.answerEntry(bare, [], carry(triage), moment).card);
  expect(text).not.toMatch(
    /Where: |Licence: |It worked when: |Good to know|Other fixes|question that decides/,
  );
});
