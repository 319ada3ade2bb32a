import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { conceptsOf } from '../../../src/core/match/concepts.ts';
import { wordsOf } from '../../../src/core/match/words.ts';
import { prepareKnowledge, triage } from '../../../src/core/triage.ts';
import { loadKnowledge } from '../../../src/knowledge/loadKnowledge.ts';

const knowledge = prepareKnowledge(await loadKnowledge([join(import.meta.dirname, '../../../knowledge')]));
const found = (text: string) => triage(text, knowledge).matches.map(({ entry }) => entry.id);

describe('different ways to say a thing are one', () => {
  test.each([
    ['The client secret ran out', 'client_secret expired'],
    ['signing in', 'logged in'],
    ['reply URL mismatch', 'redirect URI does not match'],
    ['two-factor authentication', 'MFA'],
    ['locked out', 'lock-out'],
    ['The application could not be found in the directory', 'app not found in tenant'],
  ])('%s = %s', (one, other) => {
    expect(conceptsOf(wordsOf(one))).toEqual(conceptsOf(wordsOf(other)));
  });
});

describe('a question in a few own words leads to its entry', () => {
  test.each([
    ['our client secret expired last night, app down', 'AADSTS7000222'],
    ['user says his account is locked', 'AADSTS50053'],
    ['login popup blocked by browser', 'msal.popup-blocked'],
    ['password expired', 'AADSTS50055'],
    ['reply url mismatch', 'AADSTS50011'],
    ['redirct uri missmatch', 'AADSTS50011'],
    ['pass-through authentication agent offline', 'AADSTS80001'],
    ['security defaults blocks me', 'AADSTS530035'],
    ['user lost the account, it is disabled', 'AADSTS50057'],
    ['app asked for a scope that does not exist on the resource', 'AADSTS650053'],
    ['managed identity: no response from IMDS in docker container', 'azure-identity.imds-no-response'],
    ['user closed the login window', 'msal.user-cancelled'],
  ])('%s: %s', (text, id) => {
    expect(found(text)).toContain(id);
  });
});

describe('a question about something else leads nowhere', () => {
  test.each([
    'printer not working',
    'our exchange server is down',
    'please unlock my VPN',
    'teams meeting has no sound',
    'postgres password authentication failed for user app',
    'LDAP bind failed invalid credentials',
    'github token expired',
    'thanks, that fixed it!',
    'order a new phone for Kim',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('a question that leaves much open is answered with a choice', () => {
  const { outcome, matches } = triage('consent missing', knowledge);
  expect(outcome).toBe('suggestions');
  expect(matches.map(({ entry }) => entry.id)).toContain('AADSTS65001');
  expect(matches.length).toBeGreaterThan(1);
});

test('a number that is a known code is offered, and not called a fact of the text', () => {
  const { outcome, matches, details } = triage('Getting 53003 for a break glass account', knowledge);
  expect(outcome).toBe('suggestions');
  expect(matches.map(({ entry }) => entry.id)).toEqual(['AADSTS53003']);
  expect(details.codes).toEqual([]);
});
