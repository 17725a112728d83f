import { lineEnding } from '../../fixes/manifest-text';
import { say, type Locale, type Sentence } from '../../messages/say';

/** An entry taken out of a manifest because the new catalogue does not ask for it. */
export interface ParkedEntry {
  /** Where it stood, in ids: `exigences`, requirement, scenario, proof. */
  readonly path: readonly string[];
  /** Its text, to the letter. */
  readonly text: string;
}

const heading: Sentence = {
  fr: 'Retiré lors du passage du REM {before} au REM {after}',
  en: 'Taken out when going from REM {before} to REM {after}',
};
const explanation: Sentence = {
  fr: 'Ces entrées ne sont plus demandées. Rien n’en est perdu : pour en reprendre une, enlevez « # » au début de ses lignes et remettez-la à sa place.',
  en: 'These entries are not asked for any more. Nothing of them is lost: to take one back, remove “# ” from the beginning of its lines and put it where it belongs.',
};
const place: Sentence = { fr: 'Était sous : {path}', en: 'Stood under: {path}' };

/** Comment lines to add at the end of a manifest. Taking `# ` off a line of an entry gives back what was written. */
export function parkedBlock(
  text: string,
  entries: readonly ParkedEntry[],
  names: { readonly before: string; readonly after: string },
  locale: Locale,
): string {
  const eol = lineEnding(text);
  const lines = ['', `# --- ${say(heading, locale, names)} ---`, `# ${say(explanation, locale)}`];
  for (const { path, text: written } of entries) {
    lines.push('#', `# ${say(place, locale, { path: path.join(' › ') })}`);
    for (const line of linesOf(written)) lines.push(commented(line));
  }
  return (text === '' || text.endsWith('\n') ? '' : eol) + lines.map((line) => line + eol).join('');
}

/** A lone carriage return ends a line of YAML too: what follows it must be a comment as well. */
function linesOf(text: string): string[] {
  return text.replace(/\r?\n$/, '').split(/\r\n|\n|\r/);
}

function commented(line: string): string {
  return line === '' ? '#' : `# ${line}`;
}
