import { describe, expect, test } from '@jest/globals';
import { fillHoles } from '../../../src/cards/answer/fillHoles.ts';
import type { Found } from '../../../src/cards/answer/foundInMessage.ts';
import { readWords } from '../../../src/cards/words.ts';
import { CARDS_DIR } from '../allCards.ts';

const words = readWords(CARDS_DIR);
const GUID = '0f1c2d3e-4b5a-4c6d-8e7f-901a2b3c4d5e';
const nothing: Found = {
  codes: [],
  correlationIds: [],
  traceIds: [],
  timestamps: [],
  tenantIds: [],
  appIds: [],
  tenantDomains: [],
  users: [],
  resources: [],
  libraries: [],
  cloud: undefined,
  sdk: undefined,
  assumedUtc: false,
};
const fill = (text: string, found: Partial<Found>) => fillHoles(text, { ...nothing, ...found }, words);

test('a hole is filled with the ID of the paste', () => {
  expect(fill('az ad sp show --id {appId}', { appIds: [GUID] })).toEqual({
    text: `az ad sp show --id ${GUID}`,
    open: false,
  });
});

test('a hole without a value is named, and reported as open', () => {
  expect(fill('{appId} {tenantId} {correlationId} {traceId} {user}', {})).toEqual({
    text: '<application ID> <tenant ID> <correlation ID> <trace ID> <user>',
    open: true,
  });
});

test('a tenant may be named by its domain', () => {
  expect(fill('{tenantId}', { tenantDomains: ['contoso.onmicrosoft.com'] }).text).toBe(
    'contoso.onmicrosoft.com',
  );
});

test('a user principal name is filled in', () => {
  expect(fill('{user}', { users: ['kim.akers@contoso.com'] }).text).toBe('kim.akers@contoso.com');
});

test('other braces stay as they are', () => {
  expect(fill('--query "{name:displayName}" {other} {{appId}}', { appIds: [GUID] }).text).toBe(
    `--query "{name:displayName}" {other} {${GUID}}`,
  );
});

test('a value that looks like a hole or a replacement is not read again', () => {
  expect(fill('{tenantId}{user}', { tenantDomains: ['a.com'], users: ["$&{appId}'@x.com"] }).text).toBe(
    'a.com<user>',
  );
});

describe('nothing but the strict form gets into a command', () => {
  const hostile = [
    '$(id)',
    '`id`',
    '; rm -rf ~',
    '| cat /etc/passwd',
    `${GUID}; id`,
    `${GUID}\nid`,
    ` ${GUID}`,
    `${GUID}${GUID}`,
    '0f1c2d3e4b5a4c6d8e7f901a2b3c4d5e',
    '--help',
    '../../x',
    "' or 1 eq 1",
    '"',
    '%PATH%',
    '\u202e',
    '<script>',
    '&& id',
  ];
  test.each(hostile)('no ID is %j', (value) => {
    const found = { appIds: [value], tenantIds: [value], correlationIds: [value], traceIds: [value] };
    const { text } = fill('{appId}{tenantId}{correlationId}{traceId}', found);
    expect(text).toBe('<application ID><tenant ID><correlation ID><trace ID>');
  });
  test.each([
    ...hostile.filter((value) => !value.includes('/')),
    'localhost',
    '-x.com',
    'a..com',
    'x.com.',
    `${'a'.repeat(64)}.com`,
  ])('no domain is %j', (value) => {
    expect(fill('{tenantId}', { tenantDomains: [value] }).text).toBe('<tenant ID>');
  });
  test.each([
    ...hostile,
    "kim'--@contoso.com",
    '-kim@contoso.com',
    'kim@contoso.com;id',
    'kim@contoso.com\n',
    'kim@@contoso.com',
    'kim+$(id)@contoso.com',
    'kim@contoso',
    'kim_fabrikam.com#EXT#@contoso.com',
    `${'k'.repeat(65)}@contoso.com`,
  ])('no user is %j', (value) => {
    expect(fill('{user}', { users: [value] }).text).toBe('<user>');
  });
  test('a good value behind a bad one is taken', () => {
    expect(fill('{appId}', { appIds: ['$(id)', GUID] }).text).toBe(GUID);
  });
});
