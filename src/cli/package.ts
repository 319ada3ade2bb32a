import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { config } from 'dotenv';
import { buildAppPackage } from './appPackage/buildAppPackage.ts';
import { formatFault } from './appPackage/fault.ts';

// .env is looked for in the working folder, as by the bot itself.
config({ quiet: true });

const root = fileURLToPath(new URL('../..', import.meta.url));
const outcome = await buildAppPackage(root, process.env);

if ('faults' in outcome) {
  const { faults } = outcome;
  console.error(`No package was written: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.\n`);
  for (const fault of faults) console.error(formatFault(fault));
  console.error('\nVariables belong into .env (see .env.example) or into the environment.');
  process.exitCode = 1;
} else {
  const { path, settings } = outcome;
  console.log(`${relative(process.cwd(), path) || path}

Teams app ${settings.TEAMS_APP_ID}, bot ${settings.APP_ID}, version ${settings.VERSION}.
Next, one of:
  everyone   Teams admin center > Teams apps > Manage apps > Actions > Upload new app
  yourself   Teams > Apps > Manage your apps > Upload an app > Upload a custom app
Then write "help" to the bot. deploy/README.md says what to do when it does not answer.
An update needs a higher version in package.json.`);
}
