import { beforeAll, describe, expect, test } from '@jest/globals';
import { checkIcons } from '../../../src/cli/appPackage/checkIcons.ts';
import { draw, goodIcons } from './samples.ts';

const WHITE = [255, 255, 255, 255];
const CLEAR = [0, 0, 0, 0];
const TEAL = [18, 69, 79, 255];
const middle = (x: number, y: number) => x >= 48 && x < 144 && y >= 48 && y < 144;

let good: { color: Buffer; outline: Buffer };
beforeAll(async () => {
  good = await goodIcons();
});

describe('checkIcons', () => {
  test('finds nothing wrong with the icons of this project', () => {
    expect(checkIcons(good)).toEqual([]);
  });

  const symbol = draw(192, 192, (x, y) => (middle(x, y) ? WHITE : TEAL));
  const square = draw(32, 32, (x) => (x < 16 ? WHITE : CLEAR));

  test('takes a symbol that fills the whole middle, and soft edges of white', () => {
    const soft = draw(32, 32, (x) => [255, 255, 255, x * 8]);
    expect(checkIcons({ color: symbol, outline: soft })).toEqual([]);
  });

  test.each([
    ['of another size', draw(96, 96, () => TEAL), 'has 96 x 96 pixels, not 192 x 192'],
    ['without a symbol', draw(192, 192, () => TEAL), 'is one colour, without a symbol'],
    [
      'that is see-through',
      draw(192, 192, (x, y) => (middle(x, y) ? WHITE : CLEAR)),
      'has transparent pixels',
    ],
    [
      'drawn to the edge',
      draw(192, 192, (x) => (x === 47 ? WHITE : TEAL)),
      'draws outside the middle 96 x 96',
    ],
    ['that is no PNG', Buffer.from('GIF89a'), 'is not a PNG'],
    ['that is cut off', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'is not a PNG'],
  ])('reports a colour icon %s', (_, color, message) => {
    expect(checkIcons({ color, outline: square })).toEqual([
      { where: 'color.png', message: expect.stringContaining(message), hint: expect.stringContaining('SVG') },
    ]);
  });

  test.each([
    ['of another size', draw(32, 16, () => WHITE), 'has 32 x 16 pixels, not 32 x 32'],
    ['that is empty', draw(32, 32, () => CLEAR), 'is empty'],
    ['without a transparent background', draw(32, 32, () => WHITE), 'has no transparent background'],
    [
      'with another colour',
      draw(32, 32, (x, y) => (x === 0 && y === 0 ? [255, 255, 254, 255] : x < 16 ? WHITE : CLEAR)),
      'has 1 pixels that are neither white nor transparent',
    ],
  ])('reports an outline icon %s', (_, outline, message) => {
    expect(checkIcons({ color: symbol, outline })).toEqual([
      {
        where: 'outline.png',
        message: expect.stringContaining(message),
        hint: expect.stringContaining('SVG'),
      },
    ]);
  });
});
