// `npm run journey:acceptance [-- VERSION…]`: the whole job in table and fiche, with the keyboard alone and with the mouse alone, on
// each of these versions of VS Code (by default the newest one). It is no stage of `npm test`.
import { spawnSync } from 'node:child_process';
import { newest } from '../test/host/install.mjs';
import { root } from './bootstrap.mjs';
import { build, packageVsix } from './package-vsix.mjs';

const wanted = process.argv.slice(2).filter((one) => !one.startsWith('--'));
let failed = process.argv.includes('--built') ? false : !(build() && packageVsix());
for (const version of failed ? [] : wanted.length > 0 ? wanted : [newest]) {
  const { status } = spawnSync(process.execPath, ['scripts/run-mocha.mjs', 'test/journey/acceptance.test.mjs'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SEGUR_ACCEPTANCE: 'whole', SEGUR_JOURNEY_VERSION: version },
  });
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;
