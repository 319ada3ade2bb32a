import { z } from 'zod';

export interface Config {
  host: string;
  port: number;
  dataDir: string;
  /** `sqlite:PATH` or `postgres://…`. */
  databaseUrl: string;
  /** The project's own knowledge first, then KNOWLEDGE_DIRS in their order. */
  knowledgeDirs: string[];
  retentionDays: number;
  logLevel: string;
  /** Credentials of the bot; undefined: it runs locally, for the Playground. */
  bot?: {
    appId: string;
    password?: string;
    type: 'SingleTenant' | 'MultiTenant' | 'UserAssignedMSI';
    tenantId?: string;
  };
  /** `https://botframework.azure.us` for US government, else empty. */
  channelService: string;
  /** Tenants whose people may use the bot; empty: any (only without credentials or with a multi-tenant app). */
  allowedTenants: string[];
}

/** The environment is not usable: the message lists every fault with what to do. */
export class ConfigError extends Error {
  constructor(faults: string[]) {
    super(
      `The configuration has ${faults.length === 1 ? 'a fault' : 'faults'}:\n${faults.map((fault) => `- ${fault}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

const empty = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const text = z.preprocess(empty, z.string().trim().optional());
const guid = z.preprocess(empty, z.guid('a GUID such as 11111111-2222-3333-4444-555555555555').optional());
const number = (fallback: number, min: number, max: number) =>
  z.preprocess(
    empty,
    z.coerce.number(`a number from ${min} to ${max}`).int().min(min).max(max).default(fallback),
  );

const environment = z.object({
  NODE_ENV: text,
  HOST: text,
  PORT: number(3978, 0, 65_535),
  DATA_DIR: z.preprocess(empty, z.string().default('./data')),
  DATABASE_URL: z.preprocess(
    empty,
    z
      .string()
      .regex(/^(?:sqlite:.+|postgres(?:ql)?:\/\/.+)$/, 'sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME')
      .optional(),
  ),
  KNOWLEDGE_DIRS: text,
  RETENTION_DAYS: number(90, 1, 3650),
  LOG_LEVEL: z.preprocess(
    empty,
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ),
  MicrosoftAppId: guid,
  MicrosoftAppPassword: text,
  MicrosoftAppType: z.preprocess(
    empty,
    // The Bot Framework reads a misspelt type as MultiTenant, which would switch the tenant check off unseen.
    z
      .string()
      .refine(
        (type) => /^(?:SingleTenant|MultiTenant|UserAssignedMSI)$/i.test(type),
        'SingleTenant, UserAssignedMSI or MultiTenant',
      )
      .default('SingleTenant'),
  ),
  MicrosoftAppTenantId: guid,
  ChannelService: z.preprocess(empty, z.enum(['https://botframework.azure.us']).optional()),
  ALLOWED_TENANTS: text,
});

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const listOf = (value: string | undefined) =>
  (value ?? '')
    .split(/[,;]/)
    .map((item) => item.trim())
    .filter(Boolean);
/** The project's own knowledge first, then the folders that KNOWLEDGE_DIRS lists. */
export const knowledgeDirs = (own: string, listed: string | undefined): string[] => [own, ...listOf(listed)];
const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|::1|\[::1\])$/;

/**
 * Reads the environment. Values that are empty count as not set.
 *
 * @throws ConfigError with every fault at once, never with the value of a secret in it
 */
export function readConfig(env: Record<string, string | undefined>, ownKnowledge: string): Config {
  const faults: string[] = [];
  const read = environment.safeParse(env);
  if (!read.success) {
    for (const issue of read.error.issues) faults.push(`${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(faults);
  }
  const e = read.data;
  const type = (['SingleTenant', 'MultiTenant', 'UserAssignedMSI'] as const).find(
    (name) => name.toLowerCase() === e.MicrosoftAppType.toLowerCase(),
  )!;

  if (e.MicrosoftAppId) {
    if (type !== 'UserAssignedMSI' && !e.MicrosoftAppPassword)
      faults.push('MicrosoftAppPassword: needed with MicrosoftAppId (the client secret of the bot).');
    if (type !== 'MultiTenant' && !e.MicrosoftAppTenantId)
      faults.push(`MicrosoftAppTenantId: needed with MicrosoftAppType ${type}.`);
  } else {
    if (e.MicrosoftAppPassword) faults.push('MicrosoftAppId: needed with MicrosoftAppPassword.');
    // Without an app ID the Bot Framework checks no token: anybody who reaches the port could drive the bot.
    if (e.NODE_ENV === 'production')
      faults.push('MicrosoftAppId: needed with NODE_ENV=production; without it nobody is authenticated.');
    if (e.HOST && !LOOPBACK.test(e.HOST))
      faults.push(
        `HOST: ${e.HOST} needs MicrosoftAppId; without credentials the bot only listens on 127.0.0.1.`,
      );
  }
  const tenants = listOf(e.ALLOWED_TENANTS);
  for (const tenant of tenants)
    if (!GUID.test(tenant)) faults.push(`ALLOWED_TENANTS: ${tenant} is no tenant ID.`);
  if (faults.length > 0) throw new ConfigError(faults);

  return {
    host: e.HOST ?? (e.MicrosoftAppId ? '0.0.0.0' : '127.0.0.1'),
    port: e.PORT,
    dataDir: e.DATA_DIR,
    databaseUrl: e.DATABASE_URL ?? `sqlite:${e.DATA_DIR.replace(/\/+$/, '')}/entra-triage.db`,
    knowledgeDirs: knowledgeDirs(ownKnowledge, e.KNOWLEDGE_DIRS),
    retentionDays: e.RETENTION_DAYS,
    logLevel: e.LOG_LEVEL,
    bot: e.MicrosoftAppId
      ? { appId: e.MicrosoftAppId, password: e.MicrosoftAppPassword, type, tenantId: e.MicrosoftAppTenantId }
      : undefined,
    channelService: e.ChannelService ?? '',
    allowedTenants:
      tenants.length > 0
        ? tenants.map((tenant) => tenant.toLowerCase())
        : e.MicrosoftAppTenantId && type !== 'MultiTenant'
          ? [e.MicrosoftAppTenantId.toLowerCase()]
          : [],
  };
}
