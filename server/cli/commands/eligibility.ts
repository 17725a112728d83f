import { resolve } from 'node:path';
import {
  eligibilitySheet,
  emptyFields,
  sheetCsv,
  sheetHtml,
  sheetJson,
  sheetText,
} from '../../core/eligibility/eligibility-sheet';
import type { EligibilityForm } from '../../core/eligibility/known-fields';
import { readForm } from '../../core/eligibility/read-form';
import { say, type Sentence } from '../../core/messages/say';
import { decodeBytes } from '../../host/files/decode-bytes';
import { readGuarded } from '../../host/files/guarded-file';
import { readArguments } from '../arguments';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { openOneDossier } from '../open-dossiers';
import type { CommandContext } from '../terminal';
import { eligibilityUsage } from '../usage/all-commands';

const formats = { text: sheetText, json: sheetJson, html: sheetHtml, csv: sheetCsv } as const;

const fault: Sentence = { fr: '{path}, {fault}', en: '{path}, {fault}' };

/** `eligibility [PATH] [--champs FILE] [--format F]` */
export async function eligibility(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, eligibilityUsage, locale);
  const path = given.string('champs');
  const form = path === undefined ? undefined : await formIn(path, context);
  const { analysis } = await openOneDossier({ paths: given.paths, withoutEvidence: true }, context);
  const sheet = eligibilitySheet(analysis.dossier, form);
  terminal.out(formats[given.choice('format')](sheet, locale));
  return emptyFields(sheet).length === 0 ? exitCodes.ok : exitCodes.findings;
}

/** @throws CliError (usage) for a list that says nothing in some place */
async function formIn(path: string, context: CommandContext): Promise<EligibilityForm> {
  const { bytes } = await attempt(path, context, () =>
    readGuarded(resolve(context.terminal.cwd, path), { mostBytes: 2 ** 20 }),
  );
  const { form, problems } = readForm(decodeBytes(bytes).text);
  if (problems.length === 0) return form;
  const lines = problems.map(({ sentence, args }) =>
    context.say(fault, { path, fault: say(sentence, context.locale, args) }),
  );
  throw new CliError(exitCodes.usage, lines.join('\n'));
}
