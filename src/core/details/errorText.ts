import { SOFT_BREAK } from '../text/cleanText.ts';

const MAX = 300;
const ERROR_LINE =
  /(?:A?ADSTS\d{4,9}\s?:|AADB2C\d{5,6}:|(?:DefaultAzureCredential|ChainedTokenCredential)\W{0,3}\s?(?:failed|authentication)|\w{3,40}Credential authentication|(?:Browser|Client|Server|InteractionRequired)\w{0,20}Error:|\w{0,30}(?:Msal|Authentication|Credential)\w{0,30}(?:Exception|Error):)/i;

/**
 * The one line of a safe text that is the error itself, shortened, for the case template.
 *
 * @returns at most 300 characters on one line; empty where no line can be told to be the error
 */
export function findErrorText(text: string): string {
  for (const line of text.replaceAll(SOFT_BREAK, '\n').split('\n')) {
    const at = ERROR_LINE.exec(line)?.index;
    if (at === undefined) continue;
    const rest = line
      .slice(at)
      .split(/(?:\s|["',}])(?=(?:Trace|Correlation|Request) ?Id\b|Timestamp:|"?error_codes"?)/i)[0]!
      .replace(/\s+/g, ' ')
      .replace(/["',\s]+$/, '')
      .trim();
    return rest.length > MAX ? `${rest.slice(0, MAX - 1)}…` : rest;
  }
  return '';
}
