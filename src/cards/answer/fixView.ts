import type { Fix } from '../../core/types.ts';
import { clip, plainText } from '../plainText.ts';
import { fill, type Words } from '../words.ts';
import { fillHoles } from './fillHoles.ts';
import type { Found } from './foundInMessage.ts';

/** A fix as the card shows it: every text is ready, an empty one is left out. */
export interface FixView {
  title: string;
  who: string;
  licence: string;
  steps: { n: string; text: string }[];
  portal: string;
  commands: { shell: string; language: string; run: string }[];
  /** A part in <angle brackets> is left for the reader to fill. */
  open: boolean;
  verify: string;
}

// The names that a Teams CodeBlock knows.
const LANGUAGES = {
  'azure-cli': 'Bash',
  powershell: 'PowerShell',
  graph: 'PlainText',
  bash: 'Bash',
  cmd: 'DOS',
  code: 'PlainText',
} as const;

/** Turns a fix into what the card shows, with its holes filled from the paste where that is safe. */
export function fixView(fix: Fix, found: Found, words: Words): FixView {
  let open = false;
  const filled = (text: string) => {
    const result = fillHoles(text, found, words);
    open ||= result.open;
    return result.text;
  };
  const run = fix.command ? [{ ...fix.command, run: filled(fix.command.run) }] : [];
  return {
    title: plainText(filled(fix.title), 140),
    who: whoFixes(fix, words),
    licence: plainText(fix.licence ?? '', 140),
    steps: fix.steps.slice(0, 8).map((step, at) => ({ n: `${at + 1}.`, text: plainText(filled(step), 420) })),
    portal: plainText(filled(fix.portal ?? ''), 260),
    commands: run.map(({ shell, run, permissions }) => ({
      shell: permissions
        ? fill(words.graphShell[shell === 'graph' ? 'graph' : 'powershell'], {
            permissions: permissions.join(','),
          })
        : words.shell[shell],
      language: LANGUAGES[shell],
      run: clip(run.trim(), 900),
    })),
    verify: plainText(filled(fix.verify ?? ''), 320),
    open,
  };
}

function whoFixes({ by, role }: Fix, words: Words): string {
  const fixer = words.fixers[by];
  return role ? fill(words.role, { fixer, role: plainText(role, 80) }) : fixer;
}

/** Whoever may only read can find out, and mends nothing. */
const MAY_READ_ONLY = /\bReaders?$/;

/**
 * Who can fix a problem, likeliest first, each with the least role of the first fix that takes more than reading.
 *
 * @returns a phrase with a capital letter: `A tenant admin (at least Cloud Application Administrator)`
 */
export function whoCanFix(fixedBy: Fix['by'][], fixes: Fix[], words: Words): string {
  const names = fixedBy.map((by) => {
    const own = fixes.filter((fix) => fix.by === by);
    const telling = own.find(({ role }) => role && !MAY_READ_ONLY.test(role)) ?? own[0];
    return telling ? whoFixes(telling, words) : words.fixers[by];
  });
  const phrase =
    names.length > 1 ? `${names.slice(0, -1).join(', ')} ${words.or} ${names.at(-1)}` : (names[0] ?? '');
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}
