import { describe, expect, test } from '@jest/globals';
import type { FormView, No } from '../../src/cards/cards.ts';
import { maximalCaseView, maximalForm } from '../../src/cards/gallery/maximal.ts';
import { FIELD_NAMES } from '../../src/core/case/form/fields.ts';
import { carry } from '../../src/core/request/buttonData.ts';
import { readRequest } from '../../src/core/request/readRequest.ts';
import { cards, NOW } from './allCards.ts';
import { nodes, nodesOf, shownText } from './cardTree.ts';
import { CORRELATION, details, entry, none, other, triage } from './sampleEntry.ts';

const moment = { now: NOW };
const titles = (card: unknown) => nodes(card, 'Action.Execute').map(({ title }) => title);
const pressed = (card: unknown, title: string) =>
  readRequest(nodes(card, 'Action.Execute').find((action) => action.title === title)?.data);
const input = (card: unknown, name: string) => nodesOf(card).find(({ id }) => id === `f_${name}`);

describe('suggestions', () => {
  const { card, summary } = cards.suggestions({ ...triage, outcome: 'suggestions' }, moment);
  test('say what tells twins apart', () => {
    expect(shownText(card)).toContain('50020 names a guest.');
  });
  test('can be chosen, refused, or escalated', () => {
    expect(titles(card)).toEqual(['Choose 1', 'Choose 2', 'None of these', 'Escalate']);
    expect(pressed(card, 'Choose 2')).toMatchObject({
      verb: 'answer',
      entry: 'AADSTS50020',
      others: ['AADSTS50105'],
      carried: { correlationIds: [CORRELATION] },
    });
    expect(pressed(card, 'None of these')).toMatchObject({ verb: 'notThis', others: [] });
  });
  test('have a summary', () => expect(summary).toBe('One of 2 problems; choose the one that fits'));
  test('are called by the code in the message', () => {
    const family = { ...other, codes: ['AADSTS50020', 'AADSTS500211'] };
    const matches = [triage.matches[0]!, { ...triage.matches[1]!, entry: family }];
    const asked = { ...triage, matches, details: { ...triage.details, codes: ['AADSTS500211'] } };
    expect(shownText(cards.suggestions({ ...asked, outcome: 'suggestions' }, moment).card)).toContain(
      `${family.title} (AADSTS500211)`,
    );
  });
  test('after "Not this" are those that are left', () => {
    expect(titles(cards.otherSuggestions([other], carry(triage), moment).card)).toEqual([
      'Yes, this one',
      'Not this',
      'Escalate',
    ]);
  });
  test('a single one is not called one of these', () => {
    const one = cards.otherSuggestions([other], carry(triage), moment);
    expect(shownText(one.card)).toContain('Then it could be this');
    expect(one.summary).toBe(`It could be: ${other.title}`);
  });
  test('when nothing is left, lead to escalation', () => {
    const { card } = cards.otherSuggestions([], carry(triage), moment);
    expect(shownText(card)).toContain('I know nothing else that fits');
    expect(titles(card)).toEqual(['Escalate']);
  });
});

describe('when nothing is found', () => {
  test.each([
    ['public', 'https://login.microsoftonline.com/error?code=7000999'],
    ['usgov', 'https://login.microsoftonline.us/error?code=7000999'],
    ['china', 'https://login.partner.microsoftonline.cn/error?code=7000999'],
    [undefined, 'https://login.microsoftonline.com/error?code=7000999'],
  ] as const)('an unknown code of the cloud %s can be looked up at %s', (cloud, url) => {
    const codes = ['AADSTS7000999'];
    const unknown = { ...none, unknownCodes: codes, details: { ...details, codes, cloud } };
    const { card, summary } = cards.nothingFound(unknown, moment);
    expect(nodes(card, 'Action.OpenUrl').map((link) => link.url)).toEqual([url]);
    expect(summary).toBe("I don't know the code AADSTS7000999");
    expect(shownText(card)).toContain('not known to me');
  });
  test('without a code it asks for what it needs, and offers to escalate', () => {
    const { card } = cards.nothingFound(none, moment);
    expect(shownText(card)).toContain('AADSTS and its number');
    expect(shownText(card)).toContain(CORRELATION);
    expect(titles(card)).toEqual(['Escalate']);
  });
  test('a message about something else can be escalated all the same', () => {
    const empty = {
      ...details,
      codes: [],
      correlationIds: [],
      timestamps: [],
      appIds: [],
      users: [],
      errorText: '',
    };
    const { card } = cards.nothingFound({ ...none, details: empty }, moment);
    expect(shownText(card)).toContain('I see no sign-in error in this');
    expect(titles(card)).toEqual(['Escalate']);
  });
  test('an answer without a match is the same card', () => {
    expect(cards.answer(none, moment)).toEqual(cards.nothingFound(none, moment));
  });
});

describe('the form', () => {
  const values = { ...(Object.fromEntries(FIELD_NAMES.map((name) => [name, ''])) as FormView['values']) };
  const form: FormView = {
    values: { ...values, problem: 'It fails', timestamp: '2 Nov 19:25', tried: '0,1', consent: 'true' },
    errors: {},
    triedOptions: ['Assign the user, or a group', 'Let everybody in'],
    asked: ['A screenshot of Users and groups of the app'],
    button: { v: 1, verb: 'submitCase', entry: entry.id, others: [], carried: carry(triage) },
    completeness: { have: 5, of: 7, missing: [{ label: 'Tenant', where: 'in the sign-in log' }] },
    utcShown: '2026-11-02 18:25:00 UTC',
  };
  const { card } = cards.escalationForm(form);

  test('has an input for every field', () => {
    for (const name of FIELD_NAMES) expect(input(card, name)).toBeDefined();
  });
  test('shows what was typed, and how the time was read', () => {
    expect(input(card, 'problem')?.value).toBe('It fails');
    expect(input(card, 'tried')).toMatchObject({ value: '0,1', isMultiSelect: true });
    expect(shownText(card)).toContain('2026-11-02 18:25:00 UTC');
  });
  test('offers the fixes of the answer by number, because their words may hold commas', () => {
    expect(input(card, 'tried')?.choices).toEqual([
      { title: 'Assign the user, or a group', value: '0' },
      { title: 'Let everybody in', value: '1' },
    ]);
  });
  test('says what support asks for with this very error', () => {
    expect(shownText(card)).toContain('A screenshot of Users and groups of the app');
  });
  test('says how much is there, and where the rest is found', () => {
    expect(shownText(card)).toContain('5 of 7 things that Microsoft asks for are there.');
    expect(shownText(card)).toContain('in the sign-in log');
  });
  test('hides the other IDs until one of them is wrong', () => {
    const open = (errors: FormView['errors']) =>
      nodesOf(cards.escalationForm({ ...form, errors }).card).find(({ id }) => id === 's_ids')?.isVisible;
    expect([open({}), open({ problem: 'x' }), open({ appId: 'x' })]).toEqual([false, false, true]);
  });
  test('puts each fault under its field, and counts them at the top', () => {
    const { card } = cards.escalationForm({
      ...form,
      errors: { appId: 'a GUID is expected.', since: 'too long.' },
    });
    const all = nodesOf(card);
    const after = all.slice(all.indexOf(input(card, 'appId')!));
    expect(shownText(after.slice(1, 4))).toContain('Check: \na GUID is expected.');
    expect(shownText(card)).toContain('2 fields need a look');
  });
  test('sends everything back, and can be left without sending the fields', () => {
    expect(pressed(card, 'Prepare the case')).toMatchObject({ verb: 'submitCase', entry: 'AADSTS50105' });
    expect(pressed(card, 'Cancel')).toMatchObject({ verb: 'cancel', entry: 'AADSTS50105' });
    expect(nodes(card, 'Action.Execute').find(({ title }) => title === 'Cancel')?.associatedInputs).toBe(
      'none',
    );
  });
  test('of an existing case names it', () => {
    const { card } = cards.escalationForm({ ...form, caseId: 'ENT-7KQ2M9' });
    expect(shownText(card)).toContain('Change case ENT-7KQ2M9');
    expect(titles(card)).toEqual(['Save the changes', 'Cancel']);
  });
  test('keeps all that was typed when it is as large as it gets', () => {
    const { card } = cards.escalationForm(maximalForm);
    for (const name of ['problem', 'errorText', 'steps', 'impact'] as const)
      expect(input(card, name)?.value).toBe(maximalForm.values[name]);
  });
});

describe('a case', () => {
  const view = {
    ...maximalCaseView,
    case: { ...maximalCaseView.case, microsoftCase: '', resolution: '' },
    template: 'Title: x\nCorrelation ID: y',
  };
  const { card } = cards.case(view, moment);
  test('has its text in an input that can be copied whole', () => {
    expect(nodesOf(card).find(({ id }) => id === 'copy_template')).toMatchObject({
      value: 'Title: x\nCorrelation ID: y',
      isMultiline: true,
    });
  });
  test('can be changed, filed and closed, each with the version that was shown', () => {
    expect(titles(card)).toEqual(['Change the facts', 'Save the number', 'Close it now']);
    for (const [title, verb] of [
      ['Change the facts', 'editCase'],
      ['Save the number', 'fileCase'],
      ['Close it now', 'closeCase'],
    ] as const)
      expect(pressed(card, title)).toMatchObject({ verb, caseId: 'ENT-7KQ2M', version: 12 });
  });
  test('that is filed is not filed again', () => {
    const filed = { ...view, case: { ...view.case, state: 'filed' as const, microsoftCase: '2611' } };
    expect(titles(cards.case(filed, moment).card)).toEqual(['Change the facts', 'Close it now']);
  });
  test('that is closed can only be reopened, and somebody else’s not even that', () => {
    const closed = { ...view, case: { ...view.case, state: 'closed' as const } };
    expect(titles(cards.case(closed, moment).card)).toEqual(['Reopen the case']);
    expect(titles(cards.case({ ...view, canChange: false }, moment).card)).toEqual([]);
  });
  test('says what is urgent in words', () => {
    expect(shownText(card)).toContain('Urgent: ');
  });
  test('that is too long says in its text that something is left out', () => {
    const { card } = cards.case(maximalCaseView, moment);
    expect(nodesOf(card).find(({ id }) => id === 'copy_template')?.value).toMatch(/\[The rest is left out/);
  });
});

describe('the list of cases', () => {
  const item = {
    id: 'ENT-7KQ2M9',
    title: 'x',
    state: 'draft',
    updated: '2026-11-02T20:25:00Z',
    severity: 'B',
  } as const;
  test('shows a case once, under "Yours"', () => {
    const { card, summary } = cards.caseList([item], [item, { ...item, id: 'ENT-2ABCDE' }], moment);
    expect(titles(card)).toEqual(['ENT-7KQ2M9', 'ENT-2ABCDE']);
    expect(pressed(card, 'ENT-2ABCDE')).toMatchObject({ verb: 'showCase', caseId: 'ENT-2ABCDE' });
    expect(summary).toBe('Your cases: 1; in this conversation: 1');
    expect(shownText(card)).toContain('Draft, facts are missing · Severity B · 1 h ago');
  });
  test('that is empty says how a case begins', () => {
    expect(shownText(cards.caseList([], [], moment).card)).toContain('A case begins with Escalate');
  });
});

test('a solved answer can be shown again', () => {
  const { card } = cards.solved(entry, carry(triage));
  expect(pressed(card, 'Show the answer again')).toMatchObject({ verb: 'answer', entry: 'AADSTS50105' });
  expect(titles(cards.solved(undefined, undefined).card)).toEqual([]);
});

test('what could not be saved is there to be copied', () => {
  const { card } = cards.notSaved('Title: x', moment);
  expect(shownText(card)).toContain('Not saved');
  expect(nodesOf(card).find(({ id }) => id === 'copy_template')?.value).toBe('Title: x');
});

test.each<No>(['not-in-conversation', 'changed-meanwhile', 'expired', 'unknown-case'])(
  'a friendly no (%s) says what to do instead',
  (kind) => {
    expect(shownText(cards.friendlyNo(kind).card)).toMatch(/Ask|Write|paste/);
  },
);

test('an error has its reference', () => {
  expect(shownText(cards.error('e-7f3a21').card)).toContain('e-7f3a21');
  expect(cards.error('e-7f3a21').summary).toBe("That didn't work. Reference: e-7f3a21");
});
