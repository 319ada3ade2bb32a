import { SOFT_BREAK } from '../text/cleanText.ts';

// The longest messages of the service have about 450 characters.
const MAX = 500;
// The service's own words say more than what the library puts around them.
const SERVICE_ERROR = /A?ADSTS\d{4,9}\s?:|AADB2C\d{5,6}:/i;
// Names begin before what is looked for; the beginning is found afterwards, which takes less than trying each letter.
const LIBRARY_ERROR =
  /(?:DefaultAzureCredential|ChainedTokenCredential)\W{0,3}\s?(?:failed|authentication)|Credential authentication|(?:Browser|Client|Server|InteractionRequired)\w{0,20}Error:|(?:Msal|Authentication|Credential)\w{0,30}(?:Exception|Error):/i;
const MAX_NAME = 40;
const MIN_LINE = 12;
// Only the beginning of a line is kept, so no more of it is looked at.
const MAX_LINE = 4_000;

/**
 * The one line of a safe text that is the error itself, shortened, for the case template.
 *
 * @returns at most 500 characters on one line; empty where no line can be told to be the error
 */
export function findErrorText(text: string): string {
  const lines = text.replaceAll(SOFT_BREAK, '\n').split('\n');
  for (const pattern of [SERVICE_ERROR, LIBRARY_ERROR]) {
    for (const line of lines) {
      if (line.length < MIN_LINE) continue;
      const at = pattern.exec(line)?.index;
      if (at === undefined) continue;
      const nameBefore = /\w{0,40}$/.exec(line.slice(Math.max(0, at - MAX_NAME), at))![0];
      const from = pattern === SERVICE_ERROR ? at : at - nameBefore.length;
      return shorten(line.slice(from, from + MAX_LINE));
    }
  }
  return '';
}

function shorten(error: string): string {
  const rest = error
    .split(/(?:\s|["',}])(?=(?:Trace|Correlation|Request) ?Id\b|Timestamp:|"?error_codes"?)/i)[0]!
    .replace(/\s+/g, ' ')
    .replace(/(?<!["',\s])["',\s]+$/, '')
    .trim();
  return rest.length > MAX ? `${rest.slice(0, MAX - 1)}…` : rest;
}
