import { describe, expect, test } from '@jest/globals';
import { CHANGE_ERRORS, type Change, changeCase } from '../../../src/core/case/changeCase.ts';
import type { Case, CaseState } from '../../../src/core/case/types.ts';
import { aCase, BOB, NOW, someFacts, words } from './samples.ts';

const edit: Change = { do: 'edit', facts: someFacts({ impact: 'more' }) };
const file: Change = { do: 'file', microsoftCase: 'TrackingID#2403070040015890' };
const close: Change = { do: 'close', resolution: 'Assigned the group.' };
const reopen: Change = { do: 'reopen' };
const change = (of: Case, what: Change) => changeCase(of, what, BOB, NOW);

describe('from each state', () => {
  test.each<[CaseState, Change, CaseState | string]>([
    ['draft', edit, 'ready'],
    ['draft', { do: 'edit', facts: someFacts({ timestamps: [] }) }, 'draft'],
    ['draft', file, 'filed'],
    ['draft', close, 'closed'],
    ['draft', reopen, 'notClosed'],
    ['ready', edit, 'ready'],
    ['ready', { do: 'edit', facts: someFacts({ timestamps: [] }) }, 'draft'],
    ['ready', file, 'filed'],
    ['ready', close, 'closed'],
    ['ready', reopen, 'notClosed'],
    ['filed', edit, 'notEditable'],
    ['filed', file, 'filed'],
    ['filed', close, 'closed'],
    ['filed', reopen, 'notClosed'],
    ['closed', edit, 'notEditable'],
    ['closed', file, 'alreadyClosed'],
    ['closed', close, 'alreadyClosed'],
    ['closed', reopen, 'ready'],
  ])('%s, then %j gives %s', (state, what, outcome) => {
    const before = aCase({ state });
    const result = change(before, what);
    expect('case' in result ? result.case.state : result.error).toBe(outcome);
    expect(before).toEqual(aCase({ state }));
  });
});

test('a change raises the version and says who did what and when', () => {
  const result = change(aCase(), file) as { case: Case };
  expect(result.case).toMatchObject({ version: 2, microsoftCase: '2403070040015890' });
  expect(result.case.events.at(-1)).toEqual({
    at: '2026-11-21T15:00:00.000Z',
    byId: BOB.id,
    byName: 'Bob Ray',
    did: 'filed',
    note: '2403070040015890',
  });
  expect(result.case.events).toHaveLength(2);
});

test('a case that was filed is filed again when it is reopened', () => {
  const closed = aCase({ state: 'closed', microsoftCase: '2403070040015890', resolution: 'x' });
  expect(change(closed, reopen)).toMatchObject({ case: { state: 'filed', resolution: '' } });
});

test.each([
  ['2403070040015890', '2403070040015890'],
  [' 2403 0700 4001 5890 ', '2403070040015890'],
  ['Case number: 30123456', '30123456'],
  ['Support request ID 2403070040015890', '2403070040015890'],
  ['CAS-1234567', 'CAS-1234567'],
])("Microsoft's number %j is read as %s", (typed, number) => {
  expect(change(aCase(), { do: 'file', microsoftCase: typed })).toMatchObject({
    case: { microsoftCase: number },
  });
});

test.each([
  ['', 'microsoftCaseMissing'],
  ['12345', 'microsoftCaseInvalid'],
  ['will follow', 'microsoftCaseInvalid'],
  ['[click](https://evil.example/123456789)', 'microsoftCaseInvalid'],
  ['9'.repeat(31), 'microsoftCaseInvalid'],
])('%j is no case number: %s', (typed, error) => {
  expect(change(aCase(), { do: 'file', microsoftCase: typed })).toEqual({ error });
});

test('closing needs what fixed it, without secrets and not endless', () => {
  expect(change(aCase(), { do: 'close', resolution: ' \n' })).toEqual({ error: 'resolutionMissing' });
  expect(change(aCase(), { do: 'close', resolution: 'x'.repeat(1_001) })).toEqual({
    error: 'resolutionTooLong',
  });
  const secret = 'abc8Q~secretsecretsecretsecretsecret0000';
  expect(JSON.stringify(change(aCase(), { do: 'close', resolution: `new secret ${secret}` }))).not.toContain(
    secret,
  );
});

test.each(CHANGE_ERRORS)('there are words for %s', (error) => {
  expect(words.changeErrors[error]).toBeTruthy();
});
