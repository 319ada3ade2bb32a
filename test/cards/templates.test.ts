import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { answerData } from '../../src/cards/answerData.ts';
import { caseData } from '../../src/cards/caseData.ts';
import { caseListData } from '../../src/cards/caseListData.ts';
import { formData } from '../../src/cards/formData.ts';
import {
  maximalCarried,
  maximalCaseView,
  maximalDetails,
  maximalEntry,
  maximalForm,
} from '../../src/cards/gallery/maximal.ts';
import { nothingFoundData } from '../../src/cards/nothingFoundData.ts';
import { errorData, noticeData, notSavedData, solvedData } from '../../src/cards/plainCards.ts';
import { TEMPLATE_NAMES } from '../../src/cards/readTemplates.ts';
import { secretWarningData } from '../../src/cards/secretBanner.ts';
import { suggestionsData } from '../../src/cards/suggestionsData.ts';
import { readWords } from '../../src/cards/words.ts';
import { CARDS_DIR, hostileCards, NOW, sampleCards, sampleData } from './allCards.ts';
import { nodesOf } from './cardTree.ts';

const words = readWords(CARDS_DIR);
const moment = { now: NOW };

test('every template is known to the code and has its sample data', () => {
  const templates = readdirSync(CARDS_DIR).filter((name) => name.endsWith('.template.json'));
  expect(templates.sort()).toEqual(TEMPLATE_NAMES.map((name) => `${name}.template.json`).sort());
  for (const name of TEMPLATE_NAMES) expect(typeof sampleData(name)).toBe('object');
});

test.each(sampleCards)('nothing of the template language is left in %s', (_, card) => {
  expect(JSON.stringify(card)).not.toMatch(/\$\{|"\$(?:data|when|root)"|undefined|\[object/);
});

test.each([...sampleCards, ...hostileCards])('no text of %s is empty', (_, card) => {
  for (const { text } of nodesOf(card)) if (text !== undefined) expect(text).not.toBe('');
});

describe('sample data has the fields that the code fills', () => {
  const input = {
    entry: maximalEntry,
    matches: [],
    others: [],
    found: maximalDetails,
    chain: [],
    carried: maximalCarried,
  };
  test.each([
    ['answer', answerData(input, moment, words)],
    ['suggestions', suggestionsData([maximalEntry], maximalDetails, maximalCarried, 't', moment, words)],
    ['nothingFound', nothingFoundData(maximalDetails, [], maximalCarried, moment, words)],
    ['secretWarning', secretWarningData(['jwt'], true, words)],
    ['solved', solvedData(maximalEntry, maximalCarried, words)],
    ['error', errorData('x', words)],
    ['notice', noticeData('expired', words)],
    ['escalationForm', formData(maximalForm, words)],
    ['case', caseData(maximalCaseView, moment, words)],
    ['caseList', caseListData([], [], moment, words)],
    ['notSaved', notSavedData('x', words)],
  ])('%s', (name, data) => {
    expect(Object.keys(sampleData(name)).sort()).toEqual(Object.keys(data).sort());
  });
});
