/** What kind of secret was found; the value itself is never kept. */
export interface FoundSecret {
  kind: SecretKind;
}

export type SecretKind =
  | 'jwt'
  | 'client-secret'
  | 'password'
  | 'bearer-token'
  | 'refresh-token'
  | 'authorization-code'
  | 'client-assertion'
  | 'saml-response'
  | 'sas-signature'
  | 'account-key'
  | 'private-key'
  | 'cookie'
  | 'personal-access-token'
  | 'cloud-key'
  | 'device-code';

interface Rule {
  kind: SecretKind;
  /** The secret is the group `secret`, or else the whole match. Linear: no nested or overlapping repetition. */
  pattern: RegExp;
  /** Is this value really a secret? Sees the value only. */
  looksSecret?: (value: string, before: string) => boolean;
}

const GUID = /^\{?[0-9a-f]{8}-/i;

// A value behind a label counts unless it is a stand-in that people write instead of the secret.
const STAND_IN =
  /^(?:your[-_ ][a-z_ -]*|my[-_ ]?(?:client)?[-_ ]?(?:secret|password)|redacted|removed|hidden|masked|secret|password|null|none|undefined|true|false|string|empty|process\.env\S*|os\.environ\S*|env\.\S*|[<[({]\S*|\$[a-z_:.]*|%[a-z_]+%|@Microsoft\S*)$/i;
// What is left of "abc***" or "xxxx-xxxx" without its mask is no secret; a real one may begin with "xx" all the same.
const MASK = /x{2,}|[*#•…_.-]+/gi;
const MIN_UNMASKED = 4;
const notStandIn = (value: string) =>
  !STAND_IN.test(value.replace(/^[-_.]+/, '')) && value.replace(MASK, '').length >= MIN_UNMASKED;

// Sentences hold "password: incorrect" and "the client secret: it": a real one is no plain word.
// Behind "=" it is a setting, so there a plain word counts too, but not the name of a constant.
const noPlainWord = (value: string, before: string) =>
  notStandIn(value) &&
  value.length >= 4 &&
  !/^[A-Z_]+$/.test(value) &&
  (/=\s*["']?$/.test(before) || !/^[A-Z]?[a-z]+(?: [a-z]+)*[.,;:!?)]*$/.test(value));

// A value ends at white space, a quote, or a separator of the syntax around it.
const VALUE = String.raw`(?<secret>(?<=")[^"\n]{3,400}(?=")|(?<=')[^'\n]{3,400}(?=')|[^\s"'&;,<>{}()\[\]]{3,4000})`;
// Nothing is required before the name: code writes dbPassword and ApiClientSecret, pages glue words together.
const label = (names: string) =>
  new RegExp(
    String.raw`(?:${names})(?:["']{0,2}\s{0,3}(?::|=|=>)\s{0,3}|["']{0,2}\s{1,3}(?=["']))["']{0,2}${VALUE}`,
    'gi',
  );

const RULES: Rule[] = [
  {
    kind: 'private-key',
    pattern:
      /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?:[^-]|-(?!----)){0,20000}(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/g,
  },
  {
    kind: 'saml-response',
    pattern: /\b(?:SAMLResponse|wresult)["']?\s?[=:]\s?["']?(?<secret>[A-Za-z0-9+/=%\-_]{60,})/g,
  },
  {
    kind: 'client-assertion',
    pattern: label('client_assertion'),
    looksSecret: (value) => value.startsWith('eyJ') || value.length > 60,
  },
  // Header and payload of a JWT are JSON in base64url, so both begin with "eyJ"; an encrypted one has only the first.
  { kind: 'jwt', pattern: /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]{0,}){1,4}/g },
  {
    kind: 'bearer-token',
    pattern:
      /\b(?:Authorization["']?\s{0,3}[:=]\s{0,3}["']?)?(?:Bearer|Basic)\s{1,3}(?<secret>[A-Za-z0-9+/=._~-]{16,})/gi,
    looksSecret: (value) => /[0-9]/.test(value) && notStandIn(value),
  },
  // Entra client secrets since 2021 hold "7Q~" or "8Q~" behind three characters and have 40 in all.
  {
    kind: 'client-secret',
    pattern: /(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.-]{3}[78]Q~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~-])/g,
  },
  {
    kind: 'client-secret',
    pattern: label(
      'client[_-]?secret|clientsecretvalue|app[_-]?secret|secret[_-]?text|secret[_-]?value|AZURE_CLIENT_SECRET|MicrosoftAppPassword|servicePrincipalKey|ARM_CLIENT_SECRET',
    ),
    looksSecret: noPlainWord,
  },
  {
    kind: 'password',
    pattern: label(
      String.raw`AZURE_PASSWORD|AZURE_CLIENT_CERTIFICATE_PASSWORD|pass[_-]?word|passwort|mot de passe|contrase[nñ]a|senha|пароль|密码|密碼|パスワード|passwd|pwd|passphrase|kennwort|temporary access pass`,
    ),
    looksSecret: noPlainWord,
  },
  {
    kind: 'password',
    pattern: /(?<=:\/\/[^\s:/@]{1,60}:)(?<secret>[^\s/@]{3,100})(?=@)/g,
    looksSecret: notStandIn,
  },
  {
    // So short that they count only right before their value.
    kind: 'password',
    pattern: /(?<![A-Za-z])(?:pw|pass|tap)\s?[:=]\s?["']?(?<secret>[^\s"',;]{4,100})/gi,
    looksSecret: noPlainWord,
  },
  {
    kind: 'password',
    pattern: /<(?:password|passwd|pwd|secret|clientSecret)>(?<secret>[^<>]{3,200})(?=<\/)/gi,
    looksSecret: notStandIn,
  },
  {
    kind: 'client-secret',
    pattern: label('(?<![A-Za-z])secret'),
    looksSecret: (value, before) =>
      /\d/.test(value) && value.length >= 8 && !GUID.test(value) && noPlainWord(value, before),
  },
  {
    // "the temp password I gave her was Welcome#2026"
    kind: 'password',
    pattern:
      /(?:password|passwort|kennwort|passcode|\bpw|mot de passe|contrase[nñ]a|secret(?: value)?|temporary access pass|\bTAP)\b(?:[^\n.:=]{0,40}?\s(?:is|was|ist|war|est|es))?\s{1,2}["']?(?<secret>[^\s"',;]{6,60})/gi,
    looksSecret: (value) =>
      /\d/.test(value) &&
      /[A-Za-z]/.test(value) &&
      !/^(?:A?ADSTS|20\d\d-)/i.test(value) &&
      !GUID.test(value) &&
      notStandIn(value),
  },
  {
    kind: 'password',
    pattern: /(?<=\s)(?:-p|--password|-Password)[ =]["']?(?<secret>[^\s"']{4,100})/g,
    looksSecret: noPlainWord,
  },
  { kind: 'sas-signature', pattern: /[?&;]sig=(?<secret>[A-Za-z0-9%+/=_-]{20,})/g },
  {
    kind: 'account-key',
    pattern:
      /\b(?:AccountKey|SharedAccessKey|EndpointKey|PrimaryKey|subscription[_-]?key|x-functions-key|InstrumentationKey|api[_-]?key)["']?\s?[=:]\s?["']?(?<secret>[A-Za-z0-9+/=_-]{20,})/gi,
    looksSecret: notStandIn,
  },
  {
    kind: 'refresh-token',
    pattern: label(
      'refresh_token|refreshToken|access_token|accessToken|id_token|idToken|x-ms-RefreshTokenCredential',
    ),
    looksSecret: (v) => v.length >= 20 && notStandIn(v) && /\d/.test(v),
  },
  // Tokens and codes of the service begin with a version, a dot and "A" (0.AX…, 1.AV…).
  {
    kind: 'refresh-token',
    pattern: /(?<![A-Za-z0-9_.-])[01]\.A[A-Za-z0-9_-]{2,}\.?[A-Za-z0-9_-]{60,}(?:\.[A-Za-z0-9_-]+){0,4}/g,
  },
  { kind: 'authorization-code', pattern: /[?&#\s"']code["']?[=:]\s?["']?(?<secret>[A-Za-z0-9._*!$-]{40,})/g },
  {
    kind: 'device-code',
    pattern: label('device_code|deviceCode'),
    looksSecret: (v) => v.length >= 20 && /\d/.test(v),
  },
  {
    kind: 'cookie',
    pattern:
      /\b(?:ESTSAUTH[A-Z]{0,12}|SignInStateCookie|\.AspNetCore\.[A-Za-z.]{1,40}|buid|esctx[^=\s]{0,20}|Set-Cookie|Cookie)["']?\s?[=:]\s?["']?(?<secret>[A-Za-z0-9+/=%._~-]{20,}[^\s"']{0,4000})/g,
  },
  {
    kind: 'personal-access-token',
    pattern:
      /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{40,}|glpat-[A-Za-z0-9_-]{18,}|xox[abprs]-[A-Za-z0-9-]{10,}|npm_[A-Za-z0-9]{30,})/g,
  },
  {
    kind: 'personal-access-token',
    pattern: label('SYSTEM_ACCESSTOKEN|personal access token|(?<![A-Za-z])PAT|AZURE_DEVOPS_EXT_PAT'),
    looksSecret: (v) => v.length >= 40 && /\d/.test(v),
  },
  {
    kind: 'cloud-key',
    pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bAIza[A-Za-z0-9_-]{35}\b|\bsk-[A-Za-z0-9_-]{20,}/g,
  },
  {
    kind: 'cloud-key',
    pattern: label('aws_secret_access_key|aws_session_token|secretAccessKey'),
    looksSecret: (v) => v.length >= 20 && notStandIn(v),
  },
  // Storage account keys: 64 bytes in base64.
  { kind: 'account-key', pattern: /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==/g },
];

/**
 * Masks every secret in a text: tokens, client secrets, passwords, signatures, keys, cookies. Nothing that comes
 * later (matching, storage, log, card) sees the values.
 *
 * @returns the text with `[removed: kind]` in place of each secret, and what was found, one item per kind.
 */
export function redactSecrets(text: string): { text: string; secrets: FoundSecret[] } {
  const kinds = new Set<SecretKind>();
  let safe = text;
  for (const { kind, pattern, looksSecret } of RULES) {
    safe = safe.replace(pattern, (match, ...rest) => {
      const groups = rest.at(-1);
      const value: string = (typeof groups === 'object' && groups?.secret) || match;
      const at = match.lastIndexOf(value);
      if (value.includes('[removed') || (looksSecret && !looksSecret(value, match.slice(0, at))))
        return match;
      kinds.add(kind);
      return `${match.slice(0, at)}[removed: ${kind}]${match.slice(at + value.length)}`;
    });
  }
  return { text: safe, secrets: [...kinds].map((kind) => ({ kind })) };
}
