import { describe, expect, test } from '@jest/globals';
import { readStatements, wordsOf } from '../../../src/core/match/words.ts';

describe('statements', () => {
  test('leave out what differs from one failure to the next', () => {
    const [statement] = readStatements(
      "User 'kim@contoso.com' at https://contoso.com/x 7b12f9bb-2eef-42e3-ad75-eee69ec9088d 2026-11-21 10:00:00Z is blocked",
    );
    expect(statement!.words).toEqual(['user', 'at', 'is', 'blocked']);
  });

  test('leave out stack frames, source lines under them, and repetitions', () => {
    const text = [
      'Traceback (most recent call last):',
      '  File "/app/x.py", line 7, in get',
      '    token = credential.get_token(scope)',
      'ClientAuthenticationError: bad',
      '   at Azure.Identity.Thing.Do(String x)',
      'ClientAuthenticationError: bad',
    ].join('\n');
    expect(readStatements(text).map(({ text: said }) => said)).toEqual([
      'Traceback (most recent call last):',
      'ClientAuthenticationError: bad',
    ]);
  });

  test('know the line of the paste', () => {
    expect(readStatements('a one\n\n\nb two').map(({ line }) => line)).toEqual([1, 4]);
  });
});

describe('words', () => {
  test.each([
    ["The accounts aren't configured", ['the', 'account', 'are', 'not', 'configured']],
    ['cannot', ['can', 'not']],
    ['interaction_in_progress', ['interaction_in_progress']],
    ['status 401 of 12345', ['status', '401', 'of']],
    ['Ünïcode 漢字', ['ünïcode', '漢字']],
    ['', []],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});
