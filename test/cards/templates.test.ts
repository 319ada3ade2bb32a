import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { answerData } from '../../src/cards/answer/answerData.ts';
import { nothingFoundData } from '../../src/cards/answer/nothingFoundData.ts';
import { secretWarningData } from '../../src/cards/answer/secretBanner.ts';
import { suggestionsData } from '../../src/cards/answer/suggestionsData.ts';
import { caseData } from '../../src/cards/case/caseData.ts';
import { caseListData } from '../../src/cards/case/caseListData.ts';
import { formData } from '../../src/cards/case/formData.ts';
import {
  maximalCarried,
  maximalCaseView,
  maximalDetails,
  maximalEntry,
  maximalForm,
} from '../../src/cards/gallery/maximal.ts';
import { errorData, noticeData, notSavedData, solvedData } from '../../src/cards/plainCards.ts';
import { TEMPLATE_NAMES } from '../../src/cards/readTemplates.ts';
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
    [
      'suggestions',
      suggestionsData([maximalEntry], maximalDetails, maximalCarried, 'suggestion', undefined, moment, words),
    ],
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
