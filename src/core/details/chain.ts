import { SOFT_BREAK } from '../text/cleanText.ts';

/** One credential of a DefaultAzureCredential or ChainedTokenCredential failure. */
export interface ChainLink {
  credential: string;
  /**
   * skipped: it is not set up here (no variables, tool not installed); tried: it asked and got nothing (not signed
   * in, no response, timed out); failed: the service or the tool answered with an error.
   */
  state: 'tried' | 'skipped' | 'failed';
  /** What the SDK printed, shortened. */
  reason: string;
}

const HEADER =
  /(?:DefaultAzureCredential|ChainedTokenCredential)\W{0,3}(?:\s?(?:failed to (?:retrieve|acquire) a token|authentication failed|failed due to an unhandled exception))|Attempted credentials:|failed to acquire a token for any of them|ChainedTokenCredential authentication failed|\bChainedTokenCredential\.lambda\$getToken/;

const NAMED =
  /^[\s>|*•-]{0,12}(?:Caused by:\s)?(?<credential>[A-Z]\w{2,40}Credential)(?:\.[gG]et_?[tT]oken(?:_info)?\w{0,10})?(?:\s(?:failed|was unable to retrieve an access token\.[^\n]{0,300}?Exception))?:\s{1,3}(?<reason>\S.*)$/;
const ITEM = /^\s{0,8}[-•*]\s{1,3}(?<reason>[A-Z]\S.*)$/;
const JS_ERROR =
  /^\s{0,8}(?:Caused by:\s)?(?:[\w.]{0,60}\.)?(?:CredentialUnavailable(?:Error|Exception)|AuthenticationRequiredError|AuthenticationError|AuthenticationFailedException|ClientAuthenticationError)(?: \(0x[0-9a-f]+\))?:\s{1,3}(?<reason>\S.*)$/;

// A line without a credential's name still tells by its words which credential it comes from.
const BY_WORDS: [RegExp, string][] = [
  [/Azure Developer CLI|\bazd\b/i, 'AzureDeveloperCliCredential'],
  [/Azure CLI|\baz login\b|AzureCli/i, 'AzureCliCredential'],
  [/PowerShell|Az\.Accounts?\b|Connect-AzAccount/i, 'AzurePowerShellCredential'],
  [
    /VS ?Code|Visual Studio Code|Azure (?:Account|Tools|Resources) (?:plugin|extension)/i,
    'VisualStudioCodeCredential',
  ],
  [/Visual Studio|Azure Service Authentication|TokenService\.exe/i, 'VisualStudioCredential'],
  [/SharedTokenCache|shared token cache|No accounts were found in the cache/i, 'SharedTokenCacheCredential'],
  [/IntelliJ/i, 'IntelliJCredential'],
  [/workload identity|federated token file|WorkloadIdentity/i, 'WorkloadIdentityCredential'],
  [/managed identity|\bIMDS\b|169\.254\.169\.254/i, 'ManagedIdentityCredential'],
  [/environment variable|environment configuration|EnvironmentCredential/i, 'EnvironmentCredential'],
  [/\bbroker\b/i, 'BrokerCredential'],
];

const OWN_NAME = /^(?<credential>[A-Z]\w{2,40}Credential)\b/;
// Java prints its chain without a heading, one sentence a credential, and some without the credential's name.
const GAVE_UP = /\b([A-Z]\w{2,40}Credential) (?:authentication (?:unavailable|failed)|is unavailable)/g;
const PLAIN =
  /^\s{0,8}(?:Managed Identity|IntelliJ|Azure CLI|Azure Developer CLI|PowerShell|Unable to execute PowerShell|Visual Studio)\b.{0,200}(?:not available|unavailable|not installed|not found|could not|[Pp]lease)/;
const WRAPPERS = new Set(['DefaultAzureCredential', 'ChainedTokenCredential']);
// Shorter lines name no credential, longer ones are data.
const MIN_LINE = 12;
const MAX_LINE = 4_000;
const MAX_LINKS = 12;
const MAX_REASON = 220;

/**
 * Reads the chain of credentials out of a failure text of the Azure Identity SDKs for Python, Go, .NET, Java and
 * JavaScript, in the order in which they were tried.
 *
 * @returns the links; empty where the text is no chain (fewer than two credentials and no heading of a chain).
 */
export function findChain(text: string): ChainLink[] {
  const isChain = HEADER.test(text) || new Set([...text.matchAll(GAVE_UP)].map(([, name]) => name)).size >= 2;
  const lines = text.replaceAll(SOFT_BREAK, '\n').split('\n');
  const links: ChainLink[] = [];
  /** A link whose line ends before its reason: ".NET: AzureCliCredential authentication failed:". */
  let open: ChainLink | undefined;
  for (const line of lines) {
    if (line.length < MIN_LINE || line.length > MAX_LINE) continue;
    if (open && !readLink(line, isChain))
      Object.assign(open, toLink(open.credential, `${open.reason} ${line}`));
    open = undefined;
    // Several credentials may stand on one line: .NET logs, Java, and copies that lost their line breaks.
    for (const part of isChain ? splitLine(line) : [line]) {
      const link = readLink(part, isChain);
      if (!link) continue;
      const known = links.find(({ credential }) => credential === link.credential);
      if (!known) links.push(link);
      else if (known.state !== 'failed' && link.state === 'failed') Object.assign(known, link);
      open = saysNothing(link) ? (known ?? link) : undefined;
      if (links.length >= MAX_LINKS) return links;
    }
  }
  return isChain || links.length >= 2 ? links : [];
}

/** The link says that its credential failed, and not why. */
export const saysNothing = ({ reason }: ChainLink): boolean =>
  /^(?:[A-Z]\w{2,40}Credential authentication failed\W{0,3})?$/.test(reason);

function readLink(line: string, inChain: boolean): ChainLink | undefined {
  const named = NAMED.exec(line);
  if (named && !WRAPPERS.has(named.groups!.credential!)) {
    return toLink(named.groups!.credential!, named.groups!.reason!);
  }
  if (!inChain) return undefined;
  const reason =
    (ITEM.exec(line) ?? JS_ERROR.exec(line))?.groups?.reason ??
    inline(line) ??
    (PLAIN.test(line) ? line.trim() : undefined);
  if (!reason) return undefined;
  const credential =
    OWN_NAME.exec(reason)?.groups?.credential ?? BY_WORDS.find(([words]) => words.test(reason))?.[1];
  return credential && !WRAPPERS.has(credential) ? toLink(credential, reason) : undefined;
}

const inline = (line: string) =>
  /^\s*(?<reason>[A-Z]\w{2,40}Credential (?:authentication (?:unavailable|failed)|is unavailable|is not available)\b.*)$/.exec(
    line,
  )?.groups?.reason;

const STARTS = String.raw`[A-Z]\w{2,40}Credential(?::\s|\s(?:authentication|is unavailable))`;
// Clients that drop line breaks glue a credential to the sentence before it: "…found in the cache.AzureCliCredential:".
const GLUED = String.raw`(?:Environment|WorkloadIdentity|ManagedIdentity|SharedTokenCache|VisualStudio|VisualStudioCode|AzureC[lL][iI]|AzurePowerShell|AzureDeveloperC[lL][iI]|InteractiveBrowser|IntelliJ|Broker|AzurePipelines)Credential(?::\s|\sauthentication)`;
const SPLIT = new RegExp(
  String.raw`(?=\s?- (?:${STARTS}|Visual Studio|Stored credentials|Azure CLI|Azure Developer CLI|PowerShell|Az\.Account|Please run))|(?<=[.:])\s(?=${STARTS})|(?<=[a-z.)\]'"\d])(?=${GLUED})`,
);
const splitLine = (line: string): string[] => line.split(SPLIT);

function toLink(credential: string, reason: string): ChainLink {
  const plain = reason.trim().replace(/\s+/g, ' ');
  return {
    credential,
    state: stateOf(plain),
    reason: plain.length > MAX_REASON ? `${plain.slice(0, MAX_REASON - 1)}…` : plain,
  };
}

function stateOf(reason: string): ChainLink['state'] {
  // "Unavailable" sends the chain on to the next credential, whatever is quoted behind it.
  const isUnavailable =
    /^\S{0,60} ?(?:authentication|is) unavailable\b/.test(reason) && !/AADSTS/.test(reason);
  if (
    !isUnavailable &&
    /AADSTS|\bauthentication failed\b|status(?: code)?:? ?[45]\d\d|RESPONSE [45]\d\d|invalid_(?:client|grant|request)|[Ii]dentity not found|hasn't been assigned|no default identity|unhandled exception/.test(
      reason,
    )
  )
    return 'failed';
  if (
    /no response|timed? ?out|please run|not logged in|expired|unreachable|cannot be established|interaction required|no accounts? (?:was|were)? ?found|multiple attempts|retry failed|gateway error|connection refused/i.test(
      reason,
    )
  )
    return 'tried';
  return 'skipped';
}
