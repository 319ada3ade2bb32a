import { describe, expect, test } from '@jest/globals';
import { FIELD_NAMES, type FieldName } from '../../../../src/core/case/form/fields.ts';
import { prefill, prefillFromCase } from '../../../../src/core/case/form/prefill.ts';
import { type FormContext, MAX_LENGTH, readForm } from '../../../../src/core/case/form/readForm.ts';
import { type Carried, carriedSchema } from '../../../../src/core/request/buttonData.ts';
import type { Entry } from '../../../../src/core/types.ts';
import { GUID, NOW, OTHER_GUID, someFacts, words } from '../samples.ts';

const entry = {
  id: 'AADSTS50105',
  title: "This user isn't assigned to the app",
  fixes: [{ title: 'Assign the user' }, { title: 'Turn the requirement off, if nobody needs it' }],
} as Entry;
const someCarried = (other: Partial<Carried> = {}): Carried => ({
  ...carriedSchema.parse({}),
  codes: ['AADSTS50105'],
  ...other,
});
const read = (fields: Record<string, string>, context: Partial<FormContext> = {}) =>
  readForm({ problem: 'It fails.', ...fields }, { now: NOW, ...context });
const factsOf = (fields: Record<string, string>, context: Partial<FormContext> = {}) => {
  const result = read(fields, context);
  if ('errors' in result) throw new Error(JSON.stringify(result.errors));
  return result.facts;
};
const errorsOf = (fields: Record<string, string>, context: Partial<FormContext> = {}) => {
  const result = read(fields, context);
  return 'errors' in result ? result.errors : {};
};

describe('what is right', () => {
  test.each<[FieldName, string, Record<string, unknown>]>([
    ['correlationIds', GUID, { correlationIds: [GUID] }],
    [
      'correlationIds',
      `{${GUID.toUpperCase()}}, "${OTHER_GUID}"\n${GUID}`,
      { correlationIds: [GUID, OTHER_GUID] },
    ],
    ['correlationIds', `Correlation ID:\u00a0${GUID} `, { correlationIds: [GUID] }],
    ['correlationIds', GUID.replaceAll('-', ''), { correlationIds: [GUID] }],
    ['correlationIds', GUID.replaceAll('-', '–'), { correlationIds: [GUID] }],
    ['correlationIds', GUID.replace('-', '-\n'), { correlationIds: [GUID] }],
    ['correlationIds', 'n/a', { correlationIds: [] }],
    ['traceIds', `Trace ID: ${GUID}; Request Id: ${OTHER_GUID}`, { traceIds: [GUID, OTHER_GUID] }],
    ['homeTenantId', ` ${GUID.toUpperCase()}`, { homeTenantId: GUID }],
    ['homeTenantId', 'Contoso.OnMicrosoft.com', { homeTenantId: 'contoso.onmicrosoft.com' }],
    ['appId', `api://${GUID}`.replace('api://', ''), { appId: GUID }],
    ['user', 'Ann@Contoso.com', { user: 'ann@contoso.com' }],
    [
      'user',
      'ann_fabrikam.com#EXT#@contoso.onmicrosoft.com',
      { user: 'ann_fabrikam.com#ext#@contoso.onmicrosoft.com' },
    ],
    ['user', GUID, { user: GUID }],
    ['user', "o'neil+x@contoso.com", { user: "o'neil+x@contoso.com" }],
    ['user', 'unknown', { user: '' }],
    ['severity', 'b', { severity: 'B' }],
    ['severity', '', { severity: 'C' }],
    ['consent', 'true', { consent: true }],
    ['consent', '', { consent: false }],
    [
      'timestamp',
      '2026-11-21 13:05Z; 2026-11-21 13:07Z',
      { timestamps: ['2026-11-21T13:05:00Z', '2026-11-21T13:07:00Z'] },
    ],
    ['problem', 'a\u0000b\u202ec\r\nd\u200b', { problem: 'abc\nd' }],
  ])('%s %j is read', (field, typed, facts) => {
    expect(factsOf({ [field]: typed })).toMatchObject(facts);
  });

  test("a time is read in the person's zone and shown back in UTC", () => {
    expect(read({ timestamp: '2026-11-21 14:05', timeZone: 'Europe/Berlin' })).toMatchObject({
      facts: { timestamps: ['2026-11-21T13:05:00Z'] },
      utcShown: '2026-11-21 13:05:00 UTC',
    });
    expect(read({ timestamp: '2026-11-21 14:05' }, { timeZone: 'Europe/Berlin' })).toMatchObject({
      utcShown: '2026-11-21 13:05:00 UTC',
    });
  });

  test('ticks become the titles of the fixes, with what else was tried', () => {
    const facts = factsOf({ tried: '0,1', triedOther: 'A new browser\n\nAnother user' }, { entry });
    expect(facts.tried).toEqual([
      'Assign the user',
      'Turn the requirement off, if nobody needs it',
      'A new browser',
      'Another user',
    ]);
    expect(factsOf({ tried: '0,7' }, { entry }).tried).toEqual(['Assign the user']);
  });

  test('codes come from the paste and from the error text, and lead the title', () => {
    const facts = factsOf({ errorText: 'AADSTS65001: no consent' }, { carried: someCarried(), entry });
    expect(facts.codes).toEqual(['AADSTS50105', 'AADSTS65001']);
    expect(facts.title).toBe("AADSTS50105: This user isn't assigned to the app");
    expect(factsOf({ problem: `Line one\n${'x'.repeat(300)}` }).title).toBe('Line one');
    expect(factsOf({ problem: '🙂'.repeat(100) }).title.isWellFormed()).toBe(true);
  });

  test('what the form has no field for is kept when a case is edited', () => {
    const before = someFacts({ cloud: 'usgov' });
    const values = prefillFromCase(before, undefined, {});
    expect(factsOf(values, { before })).toEqual({ ...before, title: expect.any(String) });
    expect(prefillFromCase(someFacts({ tried: ['Assign the user', 'x'] }), entry, {})).toMatchObject({
      tried: '0',
      triedOther: 'x',
    });
  });
});

describe('what is wrong comes back at its field', () => {
  test.each<[FieldName, string, string]>([
    ['correlationIds', 'see the screenshot', 'noGuid'],
    ['correlationIds', `${GUID}, 6d1a9b4c-1e2f-4a3b-8c4d`, 'brokenGuid'],
    ['correlationIds', `${GUID}0`, 'brokenGuid'],
    ['correlationIds', `${GUID} $(rm -rf /)`, 'brokenGuid'],
    ['correlationIds', '00000000-0000-0000-0000-000000000000', 'emptyGuid'],
    [
      'correlationIds',
      Array.from({ length: 11 }, (_, n) => GUID.replace('6d1a', `${1000 + n}`)).join(),
      'tooManyIds',
    ],
    ['appId', `${GUID} ${OTHER_GUID}`, 'oneIdOnly'],
    ['appId', 'my app', 'noGuid'],
    ['homeTenantId', 'contoso', 'tenantUnreadable'],
    ['user', 'Ann Lee', 'userUnreadable'],
    ['user', 'ann@contoso', 'userUnreadable'],
    ['timestamp', 'yesterday', 'timeUnreadable'],
    ['timestamp', '2026-11-21 13:05Z; 3/2/2026 1:00', 'dateAmbiguous'],
    ['timestamp', [1, 2, 3, 4, 5, 6].map((n) => `2026-11-0${n} 13:05Z`).join(';'), 'tooManyTimes'],
    ['timeZone', 'IST', 'zoneUnknown'],
    ['severity', 'D', 'severityUnknown'],
    ['consent', 'maybe', 'consentUnknown'],
    ['tried', '0;drop', 'triedUnknown'],
    ['steps', 'x'.repeat(2_001), 'tooLong'],
  ])('%s %.60j: %s', (field, typed, error) => {
    expect(errorsOf({ [field]: typed })).toEqual({ [field]: error });
    expect(words.errors).toHaveProperty(error);
  });

  test('severity A needs the impact and a contact', () => {
    expect(errorsOf({ severity: 'A' })).toEqual({ impact: 'impactForA', contact: 'contactForA' });
    expect(errorsOf({ severity: 'A', impact: 'The shop is down.', contact: 'Ann' })).toEqual({});
  });

  test('something has to be told', () => {
    expect(errorsOf({ problem: ' ' })).toEqual({ problem: 'problemMissing' });
    expect(errorsOf({ problem: '' }, { carried: someCarried() })).toEqual({});
  });

  test('all faults come at once, and nothing that was typed is lost', () => {
    const typed = { user: 'Ann Lee', severity: 'Z', steps: '1. open\n2. see', correlationIds: 'abc' };
    const result = read(typed);
    expect(result).toMatchObject({
      errors: { user: 'userUnreadable', severity: 'severityUnknown', correlationIds: 'noGuid' },
      values: { ...typed, problem: 'It fails.', contact: '' },
    });
    expect(Object.keys((result as { values: object }).values).sort()).toEqual([...FIELD_NAMES].sort());
  });

  test.each(Object.keys(MAX_LENGTH) as FieldName[])('%s has a longest length', (field) => {
    expect(errorsOf({ [field]: 'x'.repeat(MAX_LENGTH[field]! + 1) })).toEqual({ [field]: 'tooLong' });
    expect(errorsOf({ [field]: 'x'.repeat(MAX_LENGTH[field]!) })).toEqual({});
  });

  test('names of inherited properties are no fields', () => {
    expect(errorsOf(Object.create({ severity: 'Z' }))).toEqual({});
  });
});

test.each(FIELD_NAMES)('a secret typed into %s is masked, in facts and in values', (field) => {
  const secret = 'abc8Q~secretsecretsecretsecretsecret0000';
  const result = read({ [field]: `client_secret=${secret}` });
  expect(JSON.stringify(result)).not.toContain(secret);
  expect(result.secrets).toEqual([{ kind: 'client-secret' }]);
});

test('what support asks for comes from the entry, never from the form, and stays when the entry is gone', () => {
  const withAsks = { ...entry, collect: ['The object ID of the user'] };
  const facts = factsOf({ collected: 'shot.png', asked: 'Your password' }, { entry: withAsks });
  expect(facts).toMatchObject({ asked: ['The object ID of the user'], collected: 'shot.png' });
  expect(factsOf({}, { before: facts }).asked).toEqual(facts.asked);
  expect(prefillFromCase(facts, undefined, {}).collected).toBe('shot.png');
});

test('the form opens with what the paste told, and that is right as it stands', () => {
  const carried = someCarried({
    correlationIds: [GUID, 'xxxxxxxx-1234-1234-1234-123456789012'],
    timestamps: ['2026-11-21T13:05:00Z'],
    tenantIds: [OTHER_GUID],
    users: ['ann@contoso.com'],
    errorText: 'AADSTS50105: …',
  });
  const values = prefill(carried, {
    name: 'Ann Lee',
    email: 'ann@contoso.com',
    timeZone: 'Europe/Berlin',
  });
  expect(values).toMatchObject({
    correlationIds: GUID,
    timestamp: '2026-11-21 13:05:00 UTC',
    homeTenantId: OTHER_GUID,
    contact: 'Ann Lee <ann@contoso.com>',
    severity: 'C',
  });
  expect(factsOf(values, { carried, entry })).toMatchObject({
    correlationIds: [GUID],
    timestamps: ['2026-11-21T13:05:00Z'],
    entryId: 'AADSTS50105',
  });
  expect(prefill(undefined, {})).toMatchObject({ correlationIds: '', timeZone: 'UTC' });
});
