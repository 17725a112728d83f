import type { ResolvedRequirement } from '../../../dossier/dossier';
import type { Related } from '../../../findings/finding';
import { dateOf, openInChapter, openOpinions } from '../../../instruction/open-items';
import type { ChapterFacts } from '../../../manifest/facts';
import type { ExaminationFacts } from '../../../manifest/instruction-facts';
import { isCalendarDate } from '../../../time/calendar-date';
import { shift, type OffsetRange } from '../../../text/offset-range';
import { clipList } from '../../clip';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { requirementsOfChapter } from '../requirements-of-chapter';

/** Pieces shown beside the finding: the others are counted in its message. */
const mostRelated = 20;

export const rule: Rule = {
  meta: {
    id: 'chapitre/soumis-avant-pieces',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Un chapitre est dit soumis avant la capture de ses pièces.',
      en: 'A chapter is said to be submitted before its evidence was captured.',
    },
    why: {
      fr: 'Une pièce enregistrée après la soumission n’a pas pu être déposée avec le chapitre : une date est fausse, ou la pièce n’est pas celle que l’ANS examine. Ce qui répond à une demande de modification est laissé de côté.',
      en: 'Evidence recorded after the submission cannot have been filed with the chapter: a date is wrong, or it is not the evidence that ANS examines. What answers a request for change is left aside.',
    },
    avoid:
      'chapitres:\n  Identité nationale de santé: { statut: soumis, le: 2026-11-02 }   # une pièce du chapitre est du 2026-11-05',
    prefer: 'chapitres:\n  Identité nationale de santé: { statut: soumis, le: 2026-11-06 }',
    source: sources.chapter,
    messages: {
      later: {
        fr: 'Le chapitre « {chapter} » est dit soumis le {date}, avant la capture de ce qui le prouve : {pieces}. Corrigez la date qui est fausse ; si le chapitre a été soumis de nouveau, notez-en la date.',
        en: 'Chapter “{chapter}” is said to be submitted on {date}, before what proves it was captured: {pieces}. Correct the date that is wrong; if the chapter was submitted again, note that date.',
      },
      piece: { fr: 'Pièce de {proof}, datée du {date}.', en: 'Evidence of {proof}, dated {date}.' },
    },
  },
  dossier(dossier, report, { catalogue, writtenEntries, today }) {
    const { uri, parsed } = dossier.main;
    if (!catalogue) return;
    for (const { base, facts } of parsed.chapters) {
      const submitted = submittedOn(facts);
      if (!submitted) continue;
      const answered = answersIn(facts);
      const late = new Map<ResolvedRequirement, DatedPiece[]>();
      for (const requirement of requirementsOfChapter(catalogue, facts.name.value)) {
        for (const entry of writtenEntries.entriesOf(requirement)) {
          // A date of the future is for preuve/date-future.
          const pieces = datedPieces(entry).filter(
            ({ date, proof, until }) =>
              date > submitted && date <= today && date > until && date > (answered.get(proof.toLowerCase()) ?? ''),
          );
          if (pieces.length > 0) late.set(entry, pieces);
        }
      }
      if (late.size === 0) continue;
      const related = dossier.requirements.flatMap((entry): Related[] =>
        (late.get(entry.value) ?? []).map(({ proof, date, range }) => ({
          uri: entry.uri,
          range: shift(range, entry.base),
          message: 'piece',
          args: { proof, date },
        })),
      );
      const pieces = clipList(related.map(({ args }) => `${args['proof'] ?? ''} (${args['date'] ?? ''})`));
      const args = { chapter: facts.name.value, date: submitted, pieces };
      report(uri, shift(facts.on?.range ?? facts.name.range, base), 'later', args, {
        related: related.slice(0, mostRelated),
      });
    }
  },
};

/** The last day on which a chapter whose status is *soumis* is said to have been submitted. */
function submittedOn({ state, on, history = [] }: ChapterFacts): string | undefined {
  if (state?.value !== 'soumis') return undefined;
  const own = dateOf(on ? { on } : {});
  const before = history.flatMap((one) => (one.opinion?.value === 'soumis' && !one.proof ? (dateOf(one) ?? []) : []));
  return [...before, ...(own === undefined ? [] : [own])].sort().at(-1);
}

/** The end of time: of a proof for which a request is open, new evidence is what is waited for. */
const always = '9999-12-31';

/** Until when evidence of a proof may answer what ANS asked in the history of the chapter, by the proof's id in lower case. */
function answersIn(chapter: ChapterFacts): ReadonlyMap<string, string> {
  const open = new Set(openInChapter(chapter));
  return new Map(
    (chapter.history ?? []).flatMap((one): [string, string][] => {
      const until = open.has(one) ? always : one.answeredOn?.value;
      return one.proof && until !== undefined ? [[one.proof.value.toLowerCase(), until]] : [];
    }),
  );
}

interface DatedPiece {
  readonly proof: string;
  readonly date: string;
  /** Of the date, relative to the entry. */
  readonly range: OffsetRange;
  /** Day until which it may answer a request about its proof; empty where there was none. */
  readonly until: string;
}

/** Kept while the text of the entry stays: they are asked for at each key stroke. */
const kept = new WeakMap<ResolvedRequirement, readonly DatedPiece[]>();

function datedPieces(entry: ResolvedRequirement): readonly DatedPiece[] {
  let pieces = kept.get(entry);
  if (!pieces) {
    pieces = entry.scenarios
      .filter(({ facts }) => !facts.notApplicable)
      .flatMap(({ facts, proofs }) =>
        proofs.flatMap(({ facts: { id, evidence } }) => {
          const asked = facts.instruction?.find(({ proof }) => proof.value.toLowerCase() === id.value.toLowerCase());
          const until = asked ? answerUntil(asked.opinions) : '';
          return evidence.flatMap(({ date }) =>
            date && isCalendarDate(date.value) ? [{ proof: id.value, date: date.value, range: date.range, until }] : [],
          );
        }),
      );
    kept.set(entry, pieces);
  }
  return pieces;
}

function answerUntil(opinions: readonly ExaminationFacts[]): string {
  if (openOpinions(opinions).length > 0) return always;
  return (
    opinions
      .flatMap(({ answeredOn }) => answeredOn?.value ?? [])
      .sort()
      .at(-1) ?? ''
  );
}
