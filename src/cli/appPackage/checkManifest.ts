import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import type { CommandList, Manifest } from './buildManifest.ts';
import type { Fault } from './fault.ts';

const SCHEMA =
  /^https:\/\/developer\.microsoft\.com\/json-schemas\/teams\/v(\d+\.\d+)\/MicrosoftTeams\.schema\.json$/;

/**
 * Checks a filled manifest against Microsoft's schema, then what the schema does not say.
 *
 * @returns every fault; empty means that Teams should take it.
 */
export async function checkManifest(manifest: Manifest): Promise<Fault[]> {
  return [...(await checkSchema(manifest)), ...rules.flatMap((rule) => rule(manifest))];
}

/**
 * The schema comes from the installed package and is handed over as it is: left to itself the package downloads a
 * schema that it does not hold.
 */
async function checkSchema(manifest: Manifest): Promise<Fault[]> {
  const version = SCHEMA.exec(manifest.$schema ?? '')?.[1];
  if (version === undefined || version !== manifest.manifestVersion)
    return [
      {
        where: '$schema',
        message: 'does not name the schema of manifestVersion',
        hint: `Write https://developer.microsoft.com/json-schemas/teams/v${manifest.manifestVersion}/MicrosoftTeams.schema.json`,
      },
    ];
  const installed = dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json'));
  const file = join(installed, `build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined)
    return [
      {
        where: 'manifestVersion',
        message: `there is no schema for ${version} in the installed @microsoft/app-manifest`,
        hint: 'Use a version that it holds, or update the package.',
      },
    ];
  const messages = await AppManifestUtils.validateAgainstSchema(manifest as never, JSON.parse(text));
  return messages.map((message) => {
    const [where = '', ...rest] = message.split(' ');
    return {
      where: where || 'manifest',
      message: rest.join(' ').trim(),
      hint: 'Correct appPackage/manifest.template.json, or the variable that fills this place.',
    };
  });
}

type Rule = (manifest: Manifest) => Fault[];

/** Every string of the manifest with the path to it. */
function strings(part: unknown, path = ''): [path: string, text: string][] {
  if (typeof part === 'string') return [[path, part]];
  if (part && typeof part === 'object')
    return Object.entries(part).flatMap(([key, item]) => strings(item, `${path}/${key}`));
  return [];
}

const nothingLeftToFill: Rule = (manifest) =>
  strings(manifest)
    .filter(([, text]) => text.includes('${{'))
    .map(([where, text]) => ({
      where,
      message: `nothing fills ${/\$\{\{.*?(?:\}\}|$)/.exec(text)?.[0]}`,
      hint: 'Use a name that src/cli/appPackage/readSettings.ts provides.',
    }));

/**
 * From 1.25 on Teams refuses an app with the team scope that does not say how it deals with shared and private
 * channels. Source: Teams documentation, "Agents and tab apps for shared and private channels".
 */
const channelFeatures: Rule = (manifest) => {
  const [major = 0, minor = 0] = (manifest.manifestVersion ?? '').split('.').map(Number);
  const isNew = major > 1 || (major === 1 && minor >= 25);
  const inTeams = manifest.bots?.some((bot) => bot.scopes?.includes('team'));
  return isNew && inTeams && manifest.supportsChannelFeatures !== 'tier1'
    ? [
        {
          where: '/supportsChannelFeatures',
          message: `is missing, though the bot has the scope team and manifestVersion is ${manifest.manifestVersion}`,
          hint: 'Write "supportsChannelFeatures": "tier1". Teams refuses the upload otherwise.',
        },
      ]
    : [];
};

// The limits before 1.21: what is longer is accepted today, but cut off in the menu.
const MAX_COMMANDS = 10;
const MAX_TITLE = 32;
const MAX_DESCRIPTION = 128;

const commands: Rule = (manifest) =>
  (manifest.bots ?? []).flatMap((bot, b) => {
    const lists = bot.commandLists ?? [];
    const withoutHelp = (bot.scopes ?? []).filter((scope) => !lists.some((list) => hasHelp(list, scope)));
    const faults: Fault[] = withoutHelp.map((scope) => ({
      where: `/bots/${b}/commandLists`,
      message: `the scope ${scope} has no command help`,
      hint: 'Every scope needs it: it is how people find out what the bot does.',
    }));
    lists.forEach((list, l) => {
      const where = `/bots/${b}/commandLists/${l}/commands`;
      const titles = (list.commands ?? []).map(({ title = '' }) => title);
      if (titles.length > MAX_COMMANDS)
        faults.push({
          where,
          message: `there are ${titles.length} commands`,
          hint: `At most ${MAX_COMMANDS} fit the menu.`,
        });
      for (const [c, { title = '', description = '' }] of (list.commands ?? []).entries()) {
        const fault = (message: string, hint: string) =>
          faults.push({ where: `${where}/${c}`, message, hint });
        if (title.trim() === '' || title.length > MAX_TITLE)
          fault('the title is empty or too long', `1 to ${MAX_TITLE} characters.`);
        if (title.startsWith('/')) fault(`the title ${title} begins with a slash`, 'Leave it out.');
        if (titles.findIndex((other) => other.toLowerCase() === title.toLowerCase()) < c)
          fault(`the title ${title} is used twice`, 'Each command has its own title.');
        if (description.trim() === '' || description.length > MAX_DESCRIPTION)
          fault('the description is empty or too long', `1 to ${MAX_DESCRIPTION} characters.`);
      }
    });
    return faults;
  });

const hasHelp = (list: CommandList, scope: string) =>
  list.scopes?.includes(scope) && list.commands?.some(({ title }) => title?.toLowerCase() === 'help');

/** A message extension of another bot would send its messages there. */
const oneBot: Rule = (manifest) => {
  const botId = manifest.bots?.[0]?.botId;
  return (manifest.composeExtensions ?? [])
    .filter((extension) => extension.botId !== botId)
    .map((_, i) => ({
      where: `/composeExtensions/${i}/botId`,
      message: 'is another bot than /bots/0/botId',
      hint: 'Use the placeholder APP_ID in both places.',
    }));
};

/** The schema accepts http; people would be sent to a page that anyone on the way can change. */
const secureLinks: Rule = (manifest) =>
  strings(manifest)
    .filter(([, text]) => /^http:\/\//i.test(text))
    .map(([where, text]) => ({ where, message: `${text} is not https`, hint: 'Use an https:// address.' }));

const ownDomains: Rule = (manifest) =>
  (manifest.validDomains ?? [])
    .filter((domain) => !domain.includes('${{') && !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(domain))
    .map((domain) => ({
      where: '/validDomains',
      message: `${JSON.stringify(domain)} is not a plain host name`,
      hint: 'Name your own host: no https://, port, path or wildcard.',
    }));

const rules: Rule[] = [nothingLeftToFill, channelFeatures, commands, oneBot, secureLinks, ownDomains];
