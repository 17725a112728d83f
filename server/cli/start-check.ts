// What `check` starts with, in a bundle of its own (`dist/check.mjs`): it runs at each commit and in each job of a CI, and
// what no other command shares is in few parts, quick to load.
import { check } from './commands/check';
import { runCommand } from './run-command';
import { runProcess } from './run-process';

const commands = { check: () => Promise.resolve(check) };

runProcess((args, terminal) => runCommand(args, terminal, commands));
