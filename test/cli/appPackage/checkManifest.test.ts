import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { Manifest } from '../../../src/cli/appPackage/buildManifest.ts';
import { checkManifest } from '../../../src/cli/appPackage/checkManifest.ts';
import { goodManifest } from './samples.ts';

const schemaOf = (version: string) =>
  `https://developer.microsoft.com/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`;

afterEach(() => {
  jest.restoreAllMocks();
});

describe('checkManifest', () => {
  test('finds nothing wrong with the template of this project', async () => {
    expect(await checkManifest(await goodManifest())).toEqual([]);
  });

  test.each(['1.25', '1.26', '1.28', '1.30'])('takes it as version %s too', async (version) => {
    const manifest = { ...(await goodManifest()), manifestVersion: version, $schema: schemaOf(version) };
    expect(await checkManifest(manifest)).toEqual([]);
  });

  test('asks nothing of the network, even for a version that it does not know', async () => {
    const fetch = jest.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network in tests'));
    await checkManifest(await goodManifest());
    const manifest = { ...(await goodManifest()), manifestVersion: '1.99', $schema: schemaOf('1.99') };
    expect(await checkManifest(manifest)).toEqual([
      expect.objectContaining({
        where: 'manifestVersion',
        message: expect.stringContaining('no schema for 1.99'),
      }),
    ]);
    expect(fetch).not.toHaveBeenCalled();
  });

  const command = (title: string, description = 'x') => ({ title, description });
  const commandsOf = (manifest: Manifest) => manifest.bots![0]!.commandLists![0]!.commands!;

  const faults: [what: string, where: string, message: string, spoil: (manifest: Manifest) => void][] = [
    [
      'an unknown property',
      'manifest',
      'additional properties',
      (m) => Object.assign(m, { packageName: 'com.contoso.triage' }),
    ],
    [
      'a missing part',
      'manifest',
      "required property 'accentColor'",
      (m) => Reflect.deleteProperty(m, 'accentColor'),
    ],
    ['an ID that is no GUID', '/id', 'match pattern', (m) => Object.assign(m, { id: 'triage' })],
    [
      'an old scope',
      '/bots/0/commandLists/0/scopes/3',
      'allowed values',
      (m) => m.bots![0]!.commandLists![0]!.scopes!.push('groupchat'),
    ],
    ['no schema', '$schema', 'does not name the schema', (m) => delete m.$schema],
    ['the schema of another version', '$schema', 'does not name', (m) => (m.$schema = schemaOf('1.24'))],
    [
      'a schema elsewhere',
      '$schema',
      'does not name',
      (m) => (m.$schema = 'https://contoso.com/schema.json'),
    ],
    ['a hole left open', '/developer/name', 'nothing fills', (m) => (m.developer!.name = `$\{{${'WHO'}}}`)],
    [
      'the team scope without channel features',
      '/supportsChannelFeatures',
      'is missing',
      (m) => delete m.supportsChannelFeatures,
    ],
    [
      'a page without https',
      '/developer/privacyUrl',
      'not https',
      (m) => (m.developer!.privacyUrl = 'http://contoso.com'),
    ],
    [
      'another bot for the message menu',
      '/composeExtensions/0/botId',
      'another bot',
      (m) => (m.bots![0]!.botId = m.bots![0]!.botId!.replace('1f4c', '2f4c')),
    ],
    ['a wildcard domain', '/validDomains', 'plain host name', (m) => (m.validDomains = ['*.contoso.com'])],
    [
      'a URL for a domain',
      '/validDomains',
      'plain host name',
      (m) => (m.validDomains = ['https://contoso.com']),
    ],
    [
      'a scope without help',
      '/bots/0/commandLists',
      'the scope team has no command help',
      (m) => (m.bots![0]!.commandLists![0]!.scopes = ['personal', 'groupChat']),
    ],
    [
      'too many commands',
      '/bots/0/commandLists/0/commands',
      'there are 11 commands',
      (m) => commandsOf(m).push(...Array.from({ length: 7 }, (_, i) => command(`c${i}`))),
    ],
    ['a slash', '/bots/0/commandLists/0/commands/4', 'a slash', (m) => commandsOf(m).push(command('/new'))],
    [
      'the same title twice',
      '/bots/0/commandLists/0/commands/4',
      'twice',
      (m) => commandsOf(m).push(command('HELP')),
    ],
    [
      'a long title',
      '/bots/0/commandLists/0/commands/4',
      'too long',
      (m) => commandsOf(m).push(command('x'.repeat(33))),
    ],
    [
      'an empty description',
      '/bots/0/commandLists/0/commands/4',
      'the description is empty',
      (m) => commandsOf(m).push(command('new', ' ')),
    ],
  ];

  test.each(faults)('reports %s', async (_, where, message, spoil) => {
    const manifest = await goodManifest();
    spoil(manifest);
    expect(await checkManifest(manifest)).toEqual([
      { where, message: expect.stringContaining(message), hint: expect.stringMatching(/\w/) },
    ]);
  });

  test('asks for channel features only where Teams does: from 1.25 on, in teams', async () => {
    const { supportsChannelFeatures, ...old } = await goodManifest();
    expect(await checkManifest({ ...old, manifestVersion: '1.24', $schema: schemaOf('1.24') })).toEqual([]);
    old.bots![0]!.scopes = ['personal'];
    expect(await checkManifest(old)).toEqual([]);
  });

  test('reports every fault, not the first', async () => {
    const manifest = await goodManifest();
    delete manifest.supportsChannelFeatures;
    manifest.developer!.name = 'x'.repeat(33);
    manifest.validDomains = ['*'];
    expect((await checkManifest(manifest)).map(({ where }) => where)).toEqual([
      '/developer/name',
      '/supportsChannelFeatures',
      '/validDomains',
    ]);
  });
});
