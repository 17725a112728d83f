// npm run budgets [-- GROUP…] [--case NAME] [--operation server|assistant|COMMAND] [--all]: hostile inputs of up to a mebibyte, each handled by the bundle that
// ships in a process of its own. Says what held the server's main thread, or took a command, for more than 2 seconds of
// processor time, or more than 512 MiB; with --all, what everything took. Linux only: the times are those of /proc.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { budgetGroups } from '../test/kit/budget/budget-cases.ts';
import { assistantConversation } from './budgets/assistant-conversation.mjs';
import { runMeasured } from './budgets/run-command.mjs';
import { serverConversation } from './budgets/server-conversation.mjs';

const seconds = 2;
const mebibytes = 512;
const cli = resolve(process.env.SEGUR_BUDGETS_CLI ?? 'dist/cli.js');
const given = process.argv.slice(2);
const showsAll = given.includes('--all');
const option = (name) => {
  const at = given.indexOf(name);
  return at < 0 ? undefined : given.splice(at, 2)[1];
};
const wantedCase = option('--case');
const wantedOperation = option('--operation');
const groups = given.filter((one) => !one.startsWith('--'));
for (const group of groups) if (!(group in budgetGroups)) throw new Error(`no group ${group}: ${Object.keys(budgetGroups).join(', ')}`);

/** In a dossier of its own, beside which is room for what is written. */
async function measure({ files }, operation) {
  const base = mkdtempSync(join(tmpdir(), 'segur-budget-'));
  const folder = join(base, 'd');
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const options = { cwd: folder, env: { ...process.env, XDG_CACHE_HOME: join(base, 'cache'), NODE_OPTIONS: '' } };
    const run = (args, converse) => runMeasured(process.execPath, [cli, ...args], options, converse);
    if (operation.kind === 'command') return await run(operation.args);
    if (operation.kind === 'assistant') return await run(['mcp', '.'], assistantConversation(operation.lines));
    return await run(['lsp', '--stdio'], serverConversation(folder, operation));
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

const nameOf = ({ kind, args }) => (kind === 'command' ? args.join(' ') : kind);
const round = (number) => (number === undefined ? '?' : number.toFixed(2));
let runs = 0;
const bad = [];
const slowest = new Map();
for (const [group, make] of Object.entries(budgetGroups)) {
  if (groups.length > 0 && !groups.includes(group)) continue;
  for (const one of make()) {
    if (wantedCase !== undefined && one.name !== wantedCase) continue;
    for (const operation of one.operations) {
      if (wantedOperation !== undefined && nameOf(operation).split(' ')[0] !== wantedOperation) continue;
      const outcome = await measure(one, operation);
      runs++;
      const steps = outcome.steps ?? [];
      const worst = steps.reduce((most, step) => ((step.main ?? Infinity) > most.main ? step : most), { name: '', main: -1 });
      const held = operation.kind === 'server' ? worst.main : outcome.main;
      const failures = steps.filter(({ failure }) => failure?.includes('Internal') || failure?.includes('failed with'));
      const isCrash = operation.kind === 'command' && (outcome.code === null || outcome.code > 3 || /\n\s+at /.test(outcome.errors));
      const isBad = held > seconds || outcome.mebibytes > mebibytes || failures.length > 0 || isCrash;
      const line = `${group} / ${one.name} / ${nameOf(operation)}${worst.name && ` (${worst.name})`}: main ${round(held)} s, all ${round(outcome.all)} s, ${Math.round(outcome.mebibytes)} MiB, exit ${outcome.code ?? outcome.signal}`;
      const more = [...failures.map(({ name, failure }) => `   ${name}: ${failure}`), ...(isCrash ? [outcome.errors.slice(0, 600)] : [])];
      if (isBad) bad.push(line);
      if (isBad || showsAll) console.log([`${isBad ? 'OVER ' : ''}${line}`, ...more].join('\n'));
      const most = slowest.get(group) ?? { held: 0, mebibytes: 0 };
      slowest.set(group, { held: Math.max(most.held, held), mebibytes: Math.max(most.mebibytes, outcome.mebibytes) });
    }
  }
}
for (const [group, most] of slowest) console.log(`${group}: at most ${round(most.held)} s and ${Math.round(most.mebibytes)} MiB`);
console.log(`${runs} runs, ${bad.length} over ${seconds} s or ${mebibytes} MiB, or failed`);
process.exitCode = bad.length === 0 ? 0 : 1;
