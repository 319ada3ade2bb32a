import { describe, expect, test } from '@jest/globals';
import { readCommand } from '../../../src/core/request/readCommand.ts';

describe('commands are read in any case', () => {
  test.each([
    ['hi', { name: 'help' }],
    ['Hello!', { name: 'help' }],
    ['HELP', { name: 'help' }],
    ['/help', { name: 'help' }],
    ['  what can you do? ', { name: 'help' }],
    ['Good morning, how are you?', { name: 'help' }],
    ['escalate', { name: 'escalate' }],
    ['Cases.', { name: 'cases' }],
    ['FORGET', { name: 'forget' }],
    ['case ENT-6KN629', { name: 'case', id: 'ENT-6KN629' }],
    ['Case ent 6kn629', { name: 'case', id: 'ENT 6KN629' }],
    ['ENT-6KN629', { name: 'case', id: 'ENT-6KN629' }],
    ['Case: ENT-6KN629.', { name: 'case', id: 'ENT-6KN629' }],
    ['csae ENT-6KN629', { name: 'case', id: 'ENT-6KN629' }],
  ])('%s', (text, command) => {
    expect(readCommand(text)).toEqual(command);
  });
});

describe('everything else is an error to triage', () => {
  test.each([
    ['AADSTS50105', 'AADSTS50105'],
    ['triage AADSTS50105', 'AADSTS50105'],
    ['/Triage: AADSTS50105', 'AADSTS50105'],
    ['triage', ''],
    ['triages are fine', 'triages are fine'],
    ['help, AADSTS50105 is back', 'help, AADSTS50105 is back'],
    ['case closed, thanks', 'case closed, thanks'],
    ['entra is down', 'entra is down'],
    ['enterprise app', 'enterprise app'],
    ['', ''],
  ])('%s', (text, rest) => {
    expect(readCommand(text)).toEqual({ name: 'triage', text: rest });
  });

  test('a long text of punctuation takes no time', () => {
    expect(readCommand('.'.repeat(100_000)).name).toBe('triage');
  });
});
