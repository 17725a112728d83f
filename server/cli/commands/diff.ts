import { changeMarks, comparisonMarkdown, comparisonPage, comparisonText } from '../../core/submission/comparison-text';
import { compareStates, isSame, type Comparison } from '../../core/submission/compare-states';
import { readArguments } from '../arguments';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { paint, type Colour } from '../formats/colour';
import { openState } from '../open-state';
import type { CommandContext } from '../terminal';
import { compareMessages } from './compare-messages';
import { diffUsage } from '../usage/all-commands';

/** `diff A B [--format F]`: 0 when nothing differs, 1 when something does. */
export async function diff(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, diffUsage, locale);
  const format = given.choice('format');
  const [before, after] = given.paths;
  if (before === undefined || after === undefined) {
    throw new CliError(exitCodes.usage, context.say(compareMessages.twoPaths));
  }
  const comparison = compareStates(await openState(before, context), await openState(after, context));
  const names = { before, after };
  switch (format) {
    case 'text':
      terminal.out(inColour(comparisonText(comparison, names, locale), terminal.colour));
      break;
    case 'md':
      terminal.out(comparisonMarkdown(comparison, names, locale));
      break;
    case 'html':
      terminal.out(comparisonPage(comparison, names, locale));
      break;
    case 'json':
      terminal.out(`${JSON.stringify(comparisonJson(comparison), null, 2)}\n`);
  }
  return isSame(comparison) ? exitCodes.ok : exitCodes.findings;
}

/** Version 1 of the machine-readable form. */
export function comparisonJson({ chapters, heads, proofs, counts }: Comparison): object {
  return { version: 1, chapters: chapters ?? null, heads, proofs, counts };
}

const colours: Readonly<Record<string, Colour>> = {
  [changeMarks.added]: 'green',
  [changeMarks.removed]: 'red',
  [changeMarks.replaced]: 'yellow',
  [changeMarks.renamed]: 'blue',
  '!': 'grey',
};

/** The text form, each change in the colour of its mark. */
export function inColour(text: string, shown: boolean): string {
  if (!shown) return text;
  return text.replace(/^ {2}([-+~>!]) .*$/gm, (line, mark: string) => paint(colours[mark] ?? 'grey', line, true));
}
