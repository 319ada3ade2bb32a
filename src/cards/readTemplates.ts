import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CardTemplate } from './renderCard.ts';

export const TEMPLATE_NAMES = [
  'answer',
  'suggestions',
  'nothingFound',
  'secretWarning',
  'help',
  'welcome',
  'pasteText',
  'solved',
  'error',
  'notice',
  'escalationForm',
  'case',
  'caseList',
  'notSaved',
] as const;

export type Templates = Record<(typeof TEMPLATE_NAMES)[number], CardTemplate>;

/**
 * Reads and parses all templates once, at start.
 *
 * @param dir the folder of the cards
 * @throws with the names of all files that are missing or no card
 */
export function readTemplates(dir: string): Templates {
  const faults: string[] = [];
  const templates: Partial<Templates> = {};
  for (const name of TEMPLATE_NAMES) {
    const file = join(dir, `${name}.template.json`);
    try {
      const json = JSON.parse(readFileSync(file, 'utf8'));
      if (json?.type !== 'AdaptiveCard' || !Array.isArray(json.body))
        throw new Error('it is no AdaptiveCard with a body');
      templates[name] = new CardTemplate(name, json);
    } catch (error) {
      faults.push(`${file}: ${(error as Error).message}`);
    }
  }
  if (faults.length > 0) throw new Error(`These cards can't be read:\n${faults.join('\n')}`);
  return templates as Templates;
}
