import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Fault } from '../../../src/cli/appPackage/fault.ts';
import { readSettings } from '../../../src/cli/appPackage/readSettings.ts';
import { BOT, ENV, ROOT } from './samples.ts';

const faults = (env: Record<string, string | undefined>, version = '1.2.3') => {
  const result = readSettings(env, version);
  if (!Array.isArray(result)) throw new Error('no fault was found');
  return result;
};

describe('readSettings', () => {
  test('reads what the manifest needs', () => {
    expect(readSettings(ENV, '1.2.3')).toEqual({
      APP_ID: BOT,
      TEAMS_APP_ID: BOT,
      PUBLIC_HOST: 'bot.contoso.com',
      DEVELOPER_NAME: 'Contoso IT',
      DEVELOPER_WEBSITE: 'https://it.contoso.com/triage',
      PRIVACY_URL: 'https://it.contoso.com/privacy',
      TERMS_URL: 'https://it.contoso.com/terms',
      VERSION: '1.2.3',
    });
  });

  test('keeps a Teams app ID that differs from the one of the bot', () => {
    const own = '5b0e8a52-6a2d-4c0e-b1f0-7b7f3d5c2e90';
    expect(readSettings({ ...ENV, TEAMS_APP_ID: own }, '1.2.3')).toMatchObject({
      APP_ID: BOT,
      TEAMS_APP_ID: own,
    });
  });

  test('needs no public host', () => {
    expect(readSettings({ ...ENV, PUBLIC_HOST: undefined }, '1.2.3')).toMatchObject({ PUBLIC_HOST: '' });
  });

  test('overlooks blanks around a value and the case of a GUID', () => {
    expect(readSettings({ ...ENV, MicrosoftAppId: ` ${BOT.toUpperCase()}\n` }, '1.2.3')).toMatchObject({
      APP_ID: BOT,
    });
  });

  test('names every variable that is missing, each with an example that would do', () => {
    const missing = faults({});
    expect(missing.map(({ where }) => where)).toEqual([
      'MicrosoftAppId',
      'DEVELOPER_NAME',
      'DEVELOPER_WEBSITE',
      'PRIVACY_URL',
      'TERMS_URL',
    ]);
    const example = ({ where, hint }: Fault) => [where, hint.split(`${where}=`)[1]];
    expect(readSettings(Object.fromEntries(missing.map(example)), '1.2.3')).toHaveProperty('APP_ID');
  });

  test('reads nothing that .env.example does not explain', async () => {
    const example = await readFile(join(ROOT, '.env.example'), 'utf8');
    for (const name of [...Object.keys(ENV), 'TEAMS_APP_ID'])
      expect(example).toMatch(new RegExp(`^# .+\\n(?:# )?${name}=`, 'm'));
  });

  test.each([
    ['MicrosoftAppId', 'entra-triage', 'is not a GUID'],
    ['MicrosoftAppId', '00000000-0000-0000-0000-000000000000', 'is the empty GUID'],
    ['TEAMS_APP_ID', '123', 'is not a GUID'],
    ['PUBLIC_HOST', 'https://bot.contoso.com', 'is a URL: give the host name alone'],
    ['PUBLIC_HOST', 'bot.contoso.com/', 'is a URL: give the host name alone'],
    ['PUBLIC_HOST', 'bot.contoso.com:3978', 'has a port: leave it out'],
    ['PUBLIC_HOST', '*.contoso.com', 'has a wildcard: name your own host'],
    ['PUBLIC_HOST', 'localhost', 'is not a host name'],
    ['PUBLIC_HOST', '10.0.0.7', 'is not a host name'],
    ['PUBLIC_HOST', 'bot.example.com', 'is an example, not your host'],
    ['PUBLIC_HOST', 'abc-3978.euw.devtunnels.ms', expect.stringContaining('belongs to a tunnel service')],
    ['DEVELOPER_NAME', 'x'.repeat(33), 'is longer than 32 characters'],
    ['DEVELOPER_NAME', '  ', 'is not set'],
    ['DEVELOPER_WEBSITE', 'it.contoso.com', 'is not a URL'],
    ['PRIVACY_URL', 'http://it.contoso.com', 'has to begin with https://'],
    ['TERMS_URL', 'https://example.com/terms', 'is an example address, not yours'],
    ['TERMS_URL', `https://it.contoso.com/${'x'.repeat(2048)}`, 'is longer than 2,048 characters'],
  ])('says of %s=%s what is wrong', (name, value, message) => {
    expect(faults({ ...ENV, [name]: value })).toEqual([
      { where: name, message, hint: expect.stringContaining(`for example ${name}=`) },
    ]);
  });

  test.each(['1.2', '1.2.3-beta.1', 'v1.2.3', '01.2.3', ''])('refuses the version %p', (version) => {
    expect(faults(ENV, version)).toEqual([expect.objectContaining({ where: 'package.json' })]);
  });
});
