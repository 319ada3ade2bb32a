import type { Entry } from '../../core/types.ts';
import { oneOf, type Random, seeded, whole } from './seeded.ts';

// Parts of messages as an identity service words them. Combined they give tens of thousands of sentences that share
// many words, as real messages do, and each have a few of their own.
const WHO = [
  'application',
  'service principal',
  'user account',
  'guest user',
  'device',
  'client',
  'federated identity',
  'managed identity',
  'refresh token',
  'access token',
  'session',
  'certificate',
  'SAML request',
  'authorization code',
  'directory',
  'subscription',
  'gateway',
  'agent',
  'key container',
  'policy',
];
const QUALITY = [
  'conditional',
  'cross tenant',
  'regional',
  'delegated',
  'legacy',
  'partner',
  'unmanaged',
  'hybrid',
  'provisioned',
  'encrypted',
  'nested',
  'throttled',
  'imported',
  'replicated',
  'temporary',
  'external',
  'bulk',
  'virtual',
  'hosted',
  'pairwise',
];
const WHAT = [
  'was not found in the directory',
  'is not configured for',
  'does not match the value of',
  'has expired because of',
  'is disabled by',
  'could not be validated against',
  'requires approval from',
  'is blocked by',
  'was issued before the change of',
  'contains an unsupported',
  'exceeded the limit of',
  'is missing the',
  'was redirected to',
  'cannot be decrypted with',
  'conflicts with the',
  'was already redeemed by',
];
const THING = [
  'assignment rule',
  'reply address',
  'signing key',
  'audience claim',
  'home realm',
  'issuer policy',
  'token lifetime',
  'consent grant',
  'claims mapping',
  'network location',
  'compliance state',
  'attestation',
  'nonce',
  'sign-in frequency',
  'group membership',
  'license plan',
  'rollover window',
  'proxy rule',
  'pairing record',
  'schema extension',
  'quota',
  'data residency',
  'recovery method',
  'trust anchor',
];
const TAIL = [
  'Contact your administrator.',
  'Send a new interactive request.',
  'Check the registration and try again.',
  'The request was terminated.',
  'Retry later.',
  'Ask the owner of the resource.',
  'Review the policy of the tenant.',
  'No further action is possible here.',
];
const ROOTS = [
  'bind',
  'relay',
  'vault',
  'orbit',
  'ledger',
  'prism',
  'beacon',
  'anchor',
  'quartz',
  'harbor',
  'cobalt',
  'meadow',
  'summit',
  'lantern',
  'delta',
  'raven',
];

/**
 * As many entries as wanted: the real ones, then made ones that look like them. The same ones in every run.
 *
 * @param real entries of the knowledge; fewer are taken where fewer are wanted
 */
export function moreEntries(real: readonly Entry[], count: number): Entry[] {
  const random = seeded(20_260_501);
  const made = Array.from({ length: Math.max(0, count - real.length) }, (_, n) => make(random, n));
  return [...real.slice(0, count), ...made];
}

function make(random: Random, n: number): Entry {
  const name = `${oneOf(random, ROOTS)}${oneOf(random, ROOTS)}${whole(random, 2, 9999)}`;
  const sentence = () =>
    `The ${oneOf(random, QUALITY)} ${oneOf(random, WHO)} '{${oneOf(random, ['appId', 'name', 'tenant'])}}' ${oneOf(random, WHAT)} ${oneOf(random, QUALITY)} ${oneOf(random, THING)}.`;
  const id = `AADSTS${8_000_000 + n}`;
  const [who, thing] = [oneOf(random, WHO), oneOf(random, THING)];
  return {
    id,
    name,
    title: `The ${who} has no valid ${thing}`,
    summary: `${sentence()} This concerns one ${oneOf(random, WHO)} at a time.`,
    severity: 'medium',
    area: 'service',
    fixedBy: ['admin'],
    codes: [id],
    signatures: Array.from({ length: whole(random, 1, 4) }, () => ({
      text: `${sentence()} ${oneOf(random, TAIL)}`,
    })),
    phrases: Array.from(
      { length: whole(random, 2, 4) },
      () =>
        `${oneOf(random, QUALITY)} ${oneOf(random, WHO)} ${oneOf(random, ['fails with', 'lost its', 'needs a new', 'asks for the'])} ${oneOf(random, THING)}`,
    ),
    appliesTo: { sdks: [], credentials: [] },
    checks: [],
    causes: [{ text: sentence() }, { text: sentence() }],
    fixes: [],
    notes: [sentence()],
    twins: [],
    collect: [],
    escalateWhen: '',
    retry: { worth: 'no' },
    references: [],
    source: [],
    examples: [],
    counterExamples: [],
  };
}
