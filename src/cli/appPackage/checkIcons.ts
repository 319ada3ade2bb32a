import { PNG } from 'pngjs';
import type { Fault } from './fault.ts';

/**
 * Checks the two pictures of a Teams app, pixel by pixel.
 * Rules: Teams documentation, "App package": the colour icon has 192 x 192 pixels with the symbol in the middle
 * 96 x 96, since Teams rounds off the corners; the outline icon has 32 x 32, white on transparent.
 *
 * @param files the PNG files as bytes.
 */
export function checkIcons(files: { color: Buffer; outline: Buffer }): Fault[] {
  return [
    ...checkIcon('color.png', files.color, 192, checkColor),
    ...checkIcon('outline.png', files.outline, 32, checkOutline),
  ];
}

type Pixel = { x: number; y: number; red: number; green: number; blue: number; alpha: number };

function checkIcon(where: string, file: Buffer, size: number, check: (pixels: Pixel[]) => string[]): Fault[] {
  let picture: PNG;
  try {
    picture = PNG.sync.read(file);
  } catch (error) {
    return [{ where, message: `is not a PNG: ${(error as Error).message}`, hint: HINT }];
  }
  const { width, height, data } = picture;
  const faults =
    width === size && height === size ? [] : [`has ${width} x ${height} pixels, not ${size} x ${size}`];
  const pixels = Array.from({ length: width * height }, (_, i) => ({
    x: i % width,
    y: Math.floor(i / width),
    red: data[4 * i]!,
    green: data[4 * i + 1]!,
    blue: data[4 * i + 2]!,
    alpha: data[4 * i + 3]!,
  }));
  // In a picture of another size the middle lies elsewhere, so more would be said than is wrong.
  if (faults.length === 0) faults.push(...check(pixels));
  return faults.map((message) => ({ where, message, hint: HINT }));
}

const HINT = 'Draw it anew from the SVG beside it: rsvg-convert -w SIZE -h SIZE IN.svg -o OUT.png';

function checkColor(pixels: Pixel[]): string[] {
  const corner = pixels[0]!;
  const same = (pixel: Pixel) =>
    pixel.red === corner.red && pixel.green === corner.green && pixel.blue === corner.blue;
  const faults: string[] = [];
  if (pixels.some(({ alpha }) => alpha < 255))
    faults.push('has transparent pixels: the background is to be solid');
  if (pixels.every(same)) faults.push('is one colour, without a symbol');
  const outside = pixels.filter(({ x, y }) => x < 48 || x >= 144 || y < 48 || y >= 144);
  if (!outside.every(same)) faults.push('draws outside the middle 96 x 96 pixels, which Teams may cut off');
  return faults;
}

function checkOutline(pixels: Pixel[]): string[] {
  const drawn = pixels.filter(({ alpha }) => alpha > 0);
  const faults: string[] = [];
  const coloured = drawn.filter(({ red, green, blue }) => red + green + blue < 3 * 255).length;
  if (coloured > 0) faults.push(`has ${coloured} pixels that are neither white nor transparent`);
  if (drawn.length === 0) faults.push('is empty');
  if (pixels.every(({ alpha }) => alpha === 255)) faults.push('has no transparent background');
  return faults;
}
