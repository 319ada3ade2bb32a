import { expect, test } from '@jest/globals';
import { answerText } from '../../../src/cards/answer/answerText.ts';
import { NOW } from '../allCards.ts';
import { CORRELATION, details, none, triage } from '../sampleEntry.ts';

const moment = { now: NOW };

test('a terminal gets the words of the card, with all sections open and without buttons', () => {
  const text = answerText(triage, moment);
  expect(text).toMatch(/^This user isn't assigned to the app\nAADSTS50105 · EntitlementGrantsNotFound/);
  expect(text).toContain('\n\nDo this first\n');
  expect(text).toContain('\n1.  Search for the application ID');
  expect(text).toContain('\n    az ad sp show --id');
  expect(text).toContain(`\nCorrelation ID: ${CORRELATION}\n`);
  expect(text).toContain('\n\nSources\nError AADSTS50105 <https://learn.microsoft.com/x>');
  expect(text).not.toMatch(/Escalate\n|▾|\n\n\n/);
});

test('a chain is a list', () => {
  const chain = [
    { credential: 'AzureCliCredential', state: 'tried', reason: 'Please run az login' },
  ] as const;
  expect(answerText({ ...triage, details: { ...details, chain: [...chain] } }, moment)).toContain(
    '- AzureCli, tried, got nothing: Please run az login',
  );
});

test('suggestions and nothing found are told too', () => {
  expect(answerText({ ...triage, outcome: 'suggestions' }, moment)).toContain('It could be one of these');
  expect(answerText(none, moment)).toContain("I don't recognise this error");
});
