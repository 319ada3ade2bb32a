import { describe, expect, test } from '@jest/globals';
import { ConfigError, readConfig } from '../src/config.ts';

const ID = '11111111-2222-3333-4444-555555555555';
const TENANT = '66666666-7777-8888-9999-aaaaaaaaaaaa';
const read = (env: Record<string, string>) => readConfig(env, '/own');

test('without anything it is for this machine alone', () => {
  expect(read({})).toMatchObject({
    host: '127.0.0.1',
    port: 3978,
    databaseUrl: 'sqlite:./data/entra-triage.db',
    knowledgeDirs: ['/own'],
    retentionDays: 90,
    bot: undefined,
    allowedTenants: [],
  });
});

test('with credentials it listens to all, and serves its own tenant', () => {
  expect(read({ MicrosoftAppId: ID, MicrosoftAppPassword: 'x', MicrosoftAppTenantId: TENANT })).toMatchObject(
    {
      host: '0.0.0.0',
      bot: { appId: ID, type: 'SingleTenant', tenantId: TENANT },
      allowedTenants: [TENANT],
    },
  );
});

test('empty values count as not set', () => {
  expect(read({ PORT: '', DATABASE_URL: ' ', MicrosoftAppId: '', KNOWLEDGE_DIRS: '' })).toMatchObject({
    port: 3978,
    bot: undefined,
  });
});

test('folders of knowledge come in their order, the own one first', () => {
  expect(read({ KNOWLEDGE_DIRS: '/a, /b;/c' }).knowledgeDirs).toEqual(['/own', '/a', '/b', '/c']);
});

test('a managed identity needs no password', () => {
  expect(
    read({ MicrosoftAppId: ID, MicrosoftAppType: 'userassignedmsi', MicrosoftAppTenantId: TENANT }).bot,
  ).toMatchObject({ type: 'UserAssignedMSI' });
});

describe('what is wrong is said by name', () => {
  test.each([
    [{ PORT: 'x' }, /PORT/],
    [{ PORT: '70000' }, /PORT/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL/],
    [{ MicrosoftAppId: 'x' }, /MicrosoftAppId/],
    [{ MicrosoftAppId: ID, MicrosoftAppTenantId: TENANT }, /MicrosoftAppPassword/],
    [{ MicrosoftAppId: ID, MicrosoftAppPassword: 'x' }, /MicrosoftAppTenantId/],
    [{ MicrosoftAppPassword: 'x' }, /MicrosoftAppId/],
    [{ MicrosoftAppId: ID, MicrosoftAppPassword: 'x', MicrosoftAppType: 'SingelTenant' }, /MicrosoftAppType/],
    [{ NODE_ENV: 'production' }, /MicrosoftAppId/],
    [{ HOST: '0.0.0.0' }, /HOST/],
    [{ RETENTION_DAYS: '0' }, /RETENTION_DAYS/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
    [{ ALLOWED_TENANTS: 'contoso' }, /ALLOWED_TENANTS/],
    [{ ChannelService: 'https://evil.example' }, /ChannelService/],
  ])('%j', (env, name) => {
    expect(() => read(env as Record<string, string>)).toThrow(name);
  });

  test('all at once, and never with the value of a secret', () => {
    const fail = () =>
      read({ MicrosoftAppPassword: 'Xy7pq-secret', HOST: '0.0.0.0', NODE_ENV: 'production' });
    expect(fail).toThrow(ConfigError);
    expect(fail).toThrow(/MicrosoftAppPassword[\s\S]*production[\s\S]*HOST/);
    expect(fail).not.toThrow(/Xy7pq/);
  });
});
