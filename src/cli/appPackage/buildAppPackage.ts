import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildManifest } from './buildManifest.ts';
import { checkAppPackage } from './checkAppPackage.ts';
import type { Fault } from './fault.ts';
import { readSettings, type Settings } from './readSettings.ts';
import { writeZip } from './zip.ts';

export type Outcome = { path: string; settings: Settings } | { faults: Fault[] };

/**
 * Builds the Teams app package from appPackage/, checks it, and writes it only when nothing is wrong with it.
 *
 * @param root folder of the project, with package.json and appPackage/.
 * @param env the variables of .env.example, "Teams app package".
 * @param out folder for the zip; made when it is missing.
 * @returns where the zip is, or every fault that was found.
 */
export async function buildAppPackage(
  root: string,
  env: Record<string, string | undefined>,
  out = join(root, 'dist'),
): Promise<Outcome> {
  const read = (name: string) => readFile(join(root, 'appPackage', name));
  const [project, template, color, outline] = await Promise.all([
    readFile(join(root, 'package.json'), 'utf8'),
    read('manifest.template.json'),
    read('color.png'),
    read('outline.png'),
  ]);
  const settings = readSettings(env, JSON.parse(project).version);
  if (Array.isArray(settings)) return { faults: settings };

  const manifest = buildManifest(JSON.parse(template.toString('utf8')), { ...settings });
  const zip = await writeZip({
    'manifest.json': Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`),
    'color.png': color,
    'outline.png': outline,
  });
  const faults = await checkAppPackage(zip);
  if (faults.length > 0) return { faults };

  const path = join(out, `entra-triage-${settings.VERSION}.zip`);
  await mkdir(out, { recursive: true });
  await writeFile(path, zip);
  return { path, settings };
}
