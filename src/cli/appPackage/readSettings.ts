import type { Fault } from './fault.ts';

/** What the manifest takes from outside, checked. Names are those of the placeholders in the template. */
export interface Settings {
  /** The bot: application (client) ID of its registration. */
  APP_ID: string;
  /** The Teams app; the same GUID as the bot unless it is set. */
  TEAMS_APP_ID: string;
  /** Host name of the bot, or empty. */
  PUBLIC_HOST: string;
  DEVELOPER_NAME: string;
  DEVELOPER_WEBSITE: string;
  PRIVACY_URL: string;
  TERMS_URL: string;
  VERSION: string;
}

interface Variable {
  name: string;
  means: string;
  example: string;
  optional?: true;
  /** What is wrong with a value, if anything. */
  check(value: string): string | undefined;
}

const guid = (value: string) => {
  if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value)) return 'is not a GUID';
  if (/^[0-]+$/.test(value)) return 'is the empty GUID';
};

// RFC 2606 and RFC 6761: nobody can own these, so a link to them is a forgotten example.
const RESERVED_HOST = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost|local)$/i;

const link = (value: string) => {
  if (!URL.canParse(value)) return 'is not a URL';
  const url = new URL(value);
  if (url.protocol !== 'https:') return 'has to begin with https://';
  if (RESERVED_HOST.test(url.hostname)) return 'is an example address, not yours';
  if (value.length > 2048) return 'is longer than 2,048 characters';
};

// A tunnel's domain is shared by strangers; Teams' store rules refuse it too.
const TUNNEL =
  /(?:^|\.)(?:devtunnels\.ms|ngrok\.(?:io|app|dev|com)|ngrok-free\.(?:app|dev)|trycloudflare\.com|loca\.lt)$/i;

const host = (value: string) => {
  if (value.includes('://') || value.includes('/')) return 'is a URL: give the host name alone';
  if (value.includes('*')) return 'has a wildcard: name your own host';
  if (value.includes(':')) return 'has a port: leave it out';
  if (!/^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i.test(value))
    return 'is not a host name';
  if (RESERVED_HOST.test(value)) return 'is an example, not your host';
  if (TUNNEL.test(value))
    return 'belongs to a tunnel service: leave PUBLIC_HOST empty while you try things out';
};

const VARIABLES: Variable[] = [
  {
    name: 'MicrosoftAppId',
    means: 'the application (client) ID of the bot',
    example: '1f4c0b7e-9a55-4a9e-8a4f-1d2b0f6f3c11',
    check: guid,
  },
  {
    name: 'TEAMS_APP_ID',
    means: 'the ID of the Teams app',
    example: '5b0e8a52-6a2d-4c0e-b1f0-7b7f3d5c2e90 (leave it out to use the one of the bot)',
    optional: true,
    check: guid,
  },
  {
    name: 'PUBLIC_HOST',
    means: 'the host name under which the bot is reached',
    example: 'entra-triage.contoso.com',
    optional: true,
    check: host,
  },
  {
    name: 'DEVELOPER_NAME',
    means: 'who runs the bot, as people see it in Teams',
    example: 'Contoso IT',
    check: (value) => (value.length > 32 ? 'is longer than 32 characters' : undefined),
  },
  {
    name: 'DEVELOPER_WEBSITE',
    means: 'the page where people find help with the bot',
    example: 'https://it.contoso.com/entra-triage',
    check: link,
  },
  {
    name: 'PRIVACY_URL',
    means: 'the page that says what the bot keeps',
    example: 'https://it.contoso.com/entra-triage/privacy',
    check: link,
  },
  {
    name: 'TERMS_URL',
    means: 'the terms of use',
    example: 'https://it.contoso.com/entra-triage/terms',
    check: link,
  },
];

/**
 * Reads from the environment what the manifest needs.
 *
 * @param version from package.json; Teams compares it to see whether an upload is an update.
 * @returns the settings, or every fault, each with the variable and an example.
 */
export function readSettings(env: Record<string, string | undefined>, version: string): Settings | Fault[] {
  const faults: Fault[] = [];
  const values = Object.fromEntries(
    VARIABLES.map(({ name, means, example, optional, check }) => {
      const value = env[name]?.trim() ?? '';
      const message = value === '' ? (optional ? undefined : 'is not set') : check(value);
      if (message)
        faults.push({ where: name, message, hint: `Set it to ${means}, for example ${name}=${example}` });
      return [name, value];
    }),
  );
  if (!/^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/.test(version))
    faults.push({
      where: 'package.json',
      message: `version ${JSON.stringify(version)} is not MAJOR.MINOR.PATCH`,
      hint: 'Teams takes three numbers, for example "version": "1.2.0".',
    });
  if (faults.length > 0) return faults;

  const value = (name: string) => values[name] ?? '';
  return {
    APP_ID: value('MicrosoftAppId').toLowerCase(),
    TEAMS_APP_ID: (value('TEAMS_APP_ID') || value('MicrosoftAppId')).toLowerCase(),
    PUBLIC_HOST: value('PUBLIC_HOST').toLowerCase(),
    DEVELOPER_NAME: value('DEVELOPER_NAME'),
    DEVELOPER_WEBSITE: value('DEVELOPER_WEBSITE'),
    PRIVACY_URL: value('PRIVACY_URL'),
    TERMS_URL: value('TERMS_URL'),
    VERSION: version,
  };
}
