import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { buildManifest, type Manifest } from '../../../src/cli/appPackage/buildManifest.ts';
import { readSettings, type Settings } from '../../../src/cli/appPackage/readSettings.ts';

export const ROOT = join(import.meta.dirname, '../../..');
export const BOT = '1f4c0b7e-9a55-4a9e-8a4f-1d2b0f6f3c11';

/** An environment with which the package is built. */
export const ENV = {
  MicrosoftAppId: BOT,
  PUBLIC_HOST: 'bot.contoso.com',
  DEVELOPER_NAME: 'Contoso IT',
  DEVELOPER_WEBSITE: 'https://it.contoso.com/triage',
  PRIVACY_URL: 'https://it.contoso.com/privacy',
  TERMS_URL: 'https://it.contoso.com/terms',
};

/** The real template, filled: a manifest without faults, fresh for each caller to spoil. */
export async function goodManifest(): Promise<Manifest> {
  const template = JSON.parse(await readFile(join(ROOT, 'appPackage/manifest.template.json'), 'utf8'));
  return buildManifest(template, { ...(readSettings(ENV, '1.2.3') as Settings) });
}

export async function goodIcons(): Promise<{ color: Buffer; outline: Buffer }> {
  const [color, outline] = await Promise.all(
    ['color', 'outline'].map((name) => readFile(join(ROOT, `appPackage/${name}.png`))),
  );
  return { color: color!, outline: outline! };
}

/** Draws a picture; `paint` says red, green, blue and alpha of a pixel. */
export function draw(width: number, height: number, paint: (x: number, y: number) => number[]): Buffer {
  const picture = new PNG({ width, height });
  for (let i = 0; i < width * height; i++) picture.data.set(paint(i % width, Math.floor(i / width)), 4 * i);
  return PNG.sync.write(picture);
}
