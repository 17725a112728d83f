import type { ExitCode } from './exit-codes';
import { runCommand, type Commands } from './run-command';
import type { Terminal } from './terminal';

/** Each command's code is loaded when it is asked for. */
const commands: Commands = {
  import: async () => (await import('./commands/import.js')).importRem,
  init: async () => (await import('./commands/init.js')).init,
  attach: async () => (await import('./commands/attach.js')).attach,
  collect: async () => (await import('./commands/collect.js')).collect,
  intake: async () => (await import('./commands/intake.js')).intake,
  reuse: async () => (await import('./commands/reuse.js')).reuse,
  check: async () => (await import('./commands/check.js')).check,
  status: async () => (await import('./commands/status.js')).status,
  package: async () => (await import('./commands/package.js')).packageCommand,
  verify: async () => (await import('./commands/verify.js')).verify,
  diff: async () => (await import('./commands/diff.js')).diff,
  report: async () => (await import('./commands/report.js')).report,
  runsheet: async () => (await import('./commands/runsheet.js')).runsheet,
  threads: async () => (await import('./commands/threads.js')).threads,
  tasks: async () => (await import('./commands/tasks.js')).tasks,
  attestation: async () => (await import('./commands/attestation.js')).attestation,
  'rem-diff': async () => (await import('./commands/rem-diff.js')).remDiff,
  migrate: async () => (await import('./commands/migrate.js')).migrate,
  mcp: async () => (await import('./commands/mcp.js')).mcp,
  merge: async () => (await import('./commands/merge.js')).merge,
  plan: async () => (await import('./commands/plan.js')).plan,
  convert: async () => (await import('./commands/convert.js')).convertCommand,
  ics: async () => (await import('./commands/ics.js')).ics,
  depot: async () => (await import('./commands/depot.js')).depot,
  answers: async () => (await import('./commands/answers.js')).answers,
  freshness: async () => (await import('./commands/freshness.js')).freshness,
  eligibility: async () => (await import('./commands/eligibility.js')).eligibility,
  asp: async () => (await import('./commands/asp.js')).asp,
};

/** Runs one command line, `lsp` excepted. Never throws for what a user can mend. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  return await runCommand(args, terminal, commands);
}
