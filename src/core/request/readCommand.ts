/** What a person typed instead of an error. */
export type Command =
  | { name: 'help' }
  | { name: 'triage'; text: string }
  | { name: 'escalate' }
  | { name: 'cases' }
  | { name: 'case'; id: string }
  | { name: 'forget' };

const GREETING =
  /^(?:hi|hello|hey|help|start|\?|good (?:morning|afternoon|evening)|hi there|hello there|what can you do|(?:(?:hi|hello|hey|good (?:morning|afternoon|evening))[ ,]{0,2})?how are you(?: doing| today)?|thanks?(?: you)?(?: (?:very|so) much)?|thx|ok(?:ay)?|test|ping)$/;

// Longer than any command with its argument.
const MAX_COMMAND = 80;

/**
 * Reads a command, in any case, with or without "/" before and punctuation behind it. Anything else is an error to
 * triage.
 */
export function readCommand(text: string): Command {
  const asked = /^\s{0,9}\/?triage\b[\s:,-]{0,9}/i.exec(text);
  if (asked) return { name: 'triage', text: text.slice(asked[0].length) };
  if (text.length > MAX_COMMAND) return { name: 'triage', text };
  const words = text.trim().replace(/\s+/g, ' ');
  const plain = words
    .toLowerCase()
    .replace(/^\//, '')
    .replace(/[.!,…\s]+$/, '')
    .replace(/(?<=.)\?+$/, '');
  if (GREETING.test(plain)) return { name: 'help' };
  if (plain === 'escalate' || plain === 'cases' || plain === 'forget') return { name: plain };
  const one = /^(?:c[aes]{2,3} ?:? ?)?(ent(?:[ -]?[a-z0-9]){6})$/.exec(plain);
  if (one) return { name: 'case', id: one[1]!.toUpperCase() };
  return { name: 'triage', text };
}
