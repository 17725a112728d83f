import type { Analysis } from '../engine/analyse';
import type { CdaControl } from '../evidence/cda-control';
import { examinedOf, type Examined, type Extent } from '../evidence/examined';
import { extentWords } from '../evidence/examined-words';
import { say, type Locale, type Sentence } from '../messages/say';

/** A cited file and how far it was looked into. */
export interface ExaminedPiece {
  /** In its normal form. */
  readonly path: string;
  readonly examined: Examined;
  /** CDA in it that were held against the team's schemas. */
  readonly controls: readonly CdaControl[];
}

/** The files that a dossier cites, each once; those that are absent or not known yet are left out. */
export function examinedPieces(analysis: Pick<Analysis, 'evidencePaths' | 'evidenceFile'>): ExaminedPiece[] {
  return analysis.evidencePaths().flatMap((path) => {
    const file = analysis.evidenceFile(path);
    const examined = file?.state === 'file' ? examinedOf(file) : undefined;
    const controls = file?.state === 'file' ? (file.inspection?.cdaControls ?? []) : [];
    return examined ? [{ path, examined, controls }] : [];
  });
}

export type ExaminedTally = Readonly<Record<Extent, number>>;

export function examinedTally(pieces: readonly Pick<ExaminedPiece, 'examined'>[]): ExaminedTally {
  const tally: Record<Extent, number> = { whole: 0, partly: 0, notRead: 0 };
  for (const { examined } of pieces) tally[examined.extent]++;
  return tally;
}

const examinedCounts: Sentence = {
  fr: 'Examen des pièces : {list}.',
  en: 'Evidence looked into: {list}.',
};

/** `Examen des pièces : 12 en entier, 3 en partie, 1 non lue.`; undefined when nothing was looked into. */
export function examinedSummary(tally: ExaminedTally, locale: Locale): string | undefined {
  const list = (['whole', 'partly', 'notRead'] as const).flatMap((extent) =>
    tally[extent] === 0 ? [] : [`${tally[extent]} ${unchanging(extent, locale)}`],
  );
  return list.length === 0 ? undefined : say(examinedCounts, locale, { list: list.join(', ') });
}

/** Words that stand after any number. */
function unchanging(extent: Extent, locale: Locale): string {
  return extent === 'notRead' && locale === 'fr' ? 'sans lecture' : extentWords[extent][locale];
}
