import { isUtf8 } from 'node:buffer';
import { stat } from 'node:fs/promises';
import { devNull } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { conflictCopyOf } from '../../core/evidence/conflict-copy';
import { attributeLines, driverCommands, toolCommands, withAttributes } from '../../core/merge/git-attributes';
import { conflictSentence } from '../../core/merge/merge-words';
import type { PlacedConflict } from '../../core/merge/merged-text';
import { readGuarded } from '../../host/files/guarded-file';
import { mostTextBytes } from '../../host/files/node-files';
import { GitError } from '../../host/git/run-git';
import { finishMerge, type FinishedMerge } from '../../host/operations/finish-merge';
import { isAbsent } from '../../host/operations/is-absent';
import { mergeFiles } from '../../host/operations/merge-files';
import { readUtf8, rewriteBytes, rewriteText } from '../../host/operations/rewrite-text';
import { sweepBeside } from '../../host/operations/sweep-temporaries';
import { writeText } from '../../host/operations/write-text';
import { readArguments } from '../arguments';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import type { CommandContext } from '../terminal';
import { mergeUsage } from '../usage/all-commands';
import { mergeMessages as words } from './merge-messages';

/** `merge [BASE OURS THEIRS [PATH] | PATH] [-o FILE] [--install] [--dry-run]` */
export async function merge(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const given = readArguments(args, mergeUsage, context.locale);
  const { paths } = given;
  const output = given.string('output');
  const dryRun = given.flag('dry-run');
  const refuse = (sentence: (typeof words)[keyof typeof words]) => new CliError(exitCodes.usage, context.say(sentence));
  if (given.flag('install')) {
    if (paths.length > 0) throw refuse(words.installAlone);
    return install(dryRun ? undefined : output, context);
  }
  const [base, ours, theirs, name] = paths;
  if (base !== undefined && ours !== undefined && theirs !== undefined) {
    if (name !== undefined && output !== undefined) throw refuse(words.twoTargets);
    return threeFiles({ base, ours, theirs }, { name, output, dryRun }, context);
  }
  if (ours !== undefined) throw refuse(words.threeFiles);
  const original = base === undefined ? undefined : conflictCopyOf(basename(base))?.original;
  if (base !== undefined && original !== undefined) {
    const beside = join(dirname(base), original);
    return copyBack(base, beside, { name: undefined, output: output ?? beside, dryRun }, context);
  }
  if (output !== undefined) throw refuse(words.outputNeedsFiles);
  return ofRepository(base ?? '.', dryRun, context);
}

interface Target {
  /** As git names the file, when it calls as a merge driver: the merge goes where ours is. */
  readonly name: string | undefined;
  readonly output: string | undefined;
  readonly dryRun: boolean;
}

async function threeFiles(
  paths: { readonly base: string; readonly ours: string; readonly theirs: string },
  { name, output, dryRun }: Target,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal } = context;
  const read = async (path: string) => attempt(path, context, () => bytesAt(resolve(terminal.cwd, path), path));
  const versions = { base: await read(paths.base), ours: await read(paths.ours), theirs: await read(paths.theirs) };
  const target = name === undefined ? output : paths.ours;
  const shown = name ?? output ?? paths.ours;
  const merged = mergeFiles(versions, shown, sideNames(context));
  if (merged.kind === 'noText') {
    terminal.err(`${context.say(words.noText, { path: shown })}\n`);
    return exitCodes.findings;
  }
  if (!dryRun) {
    if (target === undefined && !isUtf8(merged.bytes))
      throw new CliError(exitCodes.usage, context.say(words.outputNeeded));
    if (target === undefined) terminal.out(merged.bytes.toString('utf8'), 'file');
    else await attempt(target, context, () => writeMerged(target, merged.bytes, paths.ours, versions.ours, context));
  }
  if (merged.by === 'lines') terminal.err(`${context.say(words.byLines, { path: shown })}\n`);
  tellConflicts(shown, merged.conflicts, context);
  return merged.conflicts.length > 0 ? exitCodes.findings : exitCodes.ok;
}

/** What somebody writes in ours while it is merged is not thrown away. */
async function writeMerged(
  target: string,
  bytes: Buffer,
  ours: string,
  before: Buffer,
  { terminal }: CommandContext,
): Promise<void> {
  const path = resolve(terminal.cwd, target);
  if (path === resolve(terminal.cwd, ours)) await rewriteBytes(path, before, bytes);
  else await writeText(path, bytes);
}

/**
 * What a shared folder left as a copy, carried over to the file that it is a copy of. Nothing tells what both began with: what
 * one of them removed comes back.
 */
async function copyBack(copy: string, original: string, target: Target, context: CommandContext): Promise<ExitCode> {
  const code = await threeFiles({ base: devNull, ours: original, theirs: copy }, target, context);
  const sentence = code === exitCodes.ok ? words.copyToRemove : words.copyToDecide;
  context.terminal.err(`${context.say(sentence, { copy, original: target.output ?? original })}\n`);
  return code;
}

/** What git gives for a version that is not there is an empty file. */
async function bytesAt(path: string, given: string): Promise<Buffer> {
  if (given === devNull || given === '/dev/null') return Buffer.alloc(0);
  return (await readGuarded(path, { mostBytes: mostTextBytes })).bytes;
}

function sideNames(context: CommandContext): { readonly ours: string; readonly theirs: string } {
  return { ours: context.say(words.ours), theirs: context.say(words.theirs) };
}

function tellConflicts(path: string, conflicts: readonly PlacedConflict[], context: CommandContext): void {
  if (conflicts.length === 0) return;
  const { terminal, locale } = context;
  terminal.err(`${context.say(words.left, { path, count: conflicts.length })}\n`);
  for (const conflict of conflicts) {
    terminal.err(`${context.say(words.conflict, { conflict: conflictSentence(conflict, locale) })}\n`);
  }
}

/** What git left unmerged, under a file or folder. */
async function ofRepository(path: string, dryRun: boolean, context: CommandContext): Promise<ExitCode> {
  const { terminal } = context;
  const place = resolve(terminal.cwd, path);
  const results = await attempt(path, context, async () => {
    const folder = (await stat(place)).isDirectory() ? place : dirname(place);
    try {
      return await finishMerge(folder, place, sideNames(context), terminal.cancellation);
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      const sentence = error.kind === 'missing' ? words.noGit : words.gitRefused;
      throw new CliError(exitCodes.inputOutput, context.say(sentence, { detail: error.detail }), { cause: error });
    }
  });
  if (results.length === 0) terminal.err(`${context.say(words.nothing)}\n`);
  const done: string[] = [];
  for (const result of results) {
    const shown = relative(terminal.cwd, result.file.absolute) || '.';
    if (await finish(result, shown, dryRun, context)) done.push(shown);
  }
  if (dryRun && results.length > 0) terminal.err(`${context.say(words.wouldWrite)}\n`);
  if (done.length > 0 && !dryRun) terminal.err(`${context.say(words.toAdd, { paths: done.map(quoted).join(' ') })}\n`);
  return done.length < results.length ? exitCodes.findings : exitCodes.ok;
}

/** @returns whether nothing is left to decide */
async function finish(result: FinishedMerge, path: string, dryRun: boolean, context: CommandContext): Promise<boolean> {
  const { terminal } = context;
  if (result.kind === 'edited') {
    terminal.err(`${context.say(words.edited, { path, line: result.line })}\n`);
    return false;
  }
  if (result.kind !== 'merged') {
    terminal.err(`${context.say(words[result.kind], { path })}\n`);
    return false;
  }
  const { file, bytes, conflicts, present } = result;
  if (!dryRun) await attempt(path, context, () => writeFinished(file.absolute, present, bytes));
  tellConflicts(path, conflicts, context);
  if (conflicts.length > 0) return false;
  terminal.out(`${context.say(words.merged, { path })}\n`);
  return true;
}

async function writeFinished(path: string, present: Buffer | undefined, bytes: Buffer): Promise<void> {
  await sweepBeside([path]);
  if (present === undefined) await writeText(path, bytes, { exclusive: true });
  else if (!bytes.equals(present)) await rewriteBytes(path, present, bytes);
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `"${path}"`;
}

/** Shows what git needs; of it writes the lines of `.gitattributes` alone, where a file for them is given. */
async function install(output: string | undefined, context: CommandContext): Promise<ExitCode> {
  const { terminal } = context;
  const lines = (head: (typeof words)['driver'], commands: readonly string[]) =>
    `${context.say(head)}\n${commands.join('\n')}\n`;
  if (output === undefined) terminal.out(`${lines(words.attributes, attributeLines)}\n`);
  else {
    const path = resolve(terminal.cwd, output);
    const added = await attempt(output, context, () => addAttributes(path));
    const sentence = added === 0 ? words.attributesThere : words.attributesWritten;
    terminal.err(`${context.say(sentence, { path: output, count: added })}\n`);
  }
  terminal.out(`${lines(words.driver, driverCommands)}\n${lines(words.tool, toolCommands)}`);
  return exitCodes.ok;
}

/** @returns how many lines were added */
async function addAttributes(path: string): Promise<number> {
  await sweepBeside([path]);
  let before: string | undefined;
  try {
    before = await readUtf8(path);
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
  const { text, added } = withAttributes(before ?? '');
  if (added.length === 0) return 0;
  if (before === undefined) await writeText(path, text, { exclusive: true });
  else await rewriteText(path, before, text);
  return added.length;
}
