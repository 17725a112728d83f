import type { Catalogue, Requirement } from '../../../catalogue/catalogue';
import type { CatalogueIndex } from '../../../catalogue/index-catalogue';
import type { Related } from '../../../findings/finding';
import type { Fix, TextChange } from '../../../fixes/fix';
import { placeRequirements } from '../../../fixes/place-requirements';
import { leavesReadable } from '../../../fixes/verified';
import { applicability } from '../../../status/applicability';
import { owedFor } from '../../../status/expectation';
import { shift } from '../../../text/offset-range';
import { clip, clipList } from '../../clip';
import { isLost } from '../../../manifest/lost-section';
import type { Rule, WholeContext } from '../../rule';
import { sources } from '../../sources';

export const rule: Rule = {
  meta: {
    id: 'exigence/absente',
    defaultSeverity: 'warning',
    fixable: true,
    since: '0.1.0',
    summary: {
      fr: 'Une exigence applicable n’a aucune entrée dans le dossier.',
      en: 'An applicable requirement has no entry in the dossier.',
    },
    why: {
      fr: 'Un chapitre n’est examiné que complet : l’exigence oubliée retarde toutes celles du chapitre.',
      en: 'A chapter is examined only when complete: the forgotten requirement delays all those of the chapter.',
    },
    avoid: 'exigences:\n  INS/va1.56: …   # INS/va1.57 est oubliée',
    prefer: 'exigences:\n  INS/va1.56: …\n  INS/va1.57: …',
    source: sources.chapter,
    messages: {
      absent: {
        fr: 'L’exigence {id} s’applique et n’a pas d’entrée dans ce dossier : {text} Ajoutez-la, ou déclarez-la non applicable.',
        en: 'Requirement {id} applies and has no entry in this dossier: {text} Add it, or declare it not applicable.',
      },
      absentUnknownText: {
        fr: 'L’exigence {id} s’applique et n’a pas d’entrée dans ce dossier. Ajoutez-la, ou déclarez-la non applicable.',
        en: 'Requirement {id} applies and has no entry in this dossier. Add it, or declare it not applicable.',
      },
      several: {
        fr: 'Chapitre « {chapter} » : {count} exigences s’appliquent et n’ont pas d’entrée dans ce dossier : {ids}. Ajoutez-les, ou déclarez-les non applicables.',
        en: 'Chapter “{chapter}”: {count} requirements apply and have no entry in this dossier: {ids}. Add them, or declare them not applicable.',
      },
      one: { fr: '{id} : {text}', en: '{id}: {text}' },
      oneUnknownText: { fr: 'Exigence {id}', en: 'Requirement {id}' },
    },
  },
  dossier(dossier, report, context) {
    const { catalogue } = context;
    const { uri, parsed } = dossier.main;
    const head = parsed.dossier;
    if (!catalogue || !head || isLost('exigences', parsed)) return;
    // It may stand in what was not read.
    if (dossier.unread.length > 0) return;
    const range = parsed.keys.find(({ value }) => value === 'exigences')?.range ?? shift(head.facts.key, head.base);
    const absent = absentFrom(context, catalogue);
    const places = context.writtenEntries.placesOf(absent.flatMap(({ after }) => after ?? []));
    for (const [chapter, missing] of byChapter(absent)) {
      const ids = missing.map(({ requirement }) => requirement.id);
      const [only, ...others] = missing;
      if (only && others.length === 0) {
        const { id, text } = only.requirement;
        const more = { target: { requirement: id }, data: { requirements: ids } };
        if (text === undefined) report(uri, range, 'absentUnknownText', { id }, more);
        else report(uri, range, 'absent', { id, text: sentence(clip(text)) }, more);
        continue;
      }
      const related = missing.map(({ requirement, after }): Related => {
        const entry = after && places.get(after);
        const place = entry ? { uri: entry.uri, range: shift(entry.value.facts.id.range, entry.base) } : { uri, range };
        return { ...place, ...relatedWords(requirement) };
      });
      const more = { target: { requirements: ids }, data: { requirements: ids }, related };
      report(uri, range, 'several', { chapter, count: ids.length, ids: clipList(ids) }, more);
    }
  },
  fixes(finding, dossier, locale = 'fr', _uncited, trials) {
    const ids = finding.data?.['requirements'];
    if (!Array.isArray(ids) || dossier.catalogue.kind !== 'loaded') return [];
    const { catalogue, index } = dossier.catalogue;
    const profiles = new Set(dossier.main.parsed.dossier?.facts.profiles.map(({ value }) => value));
    const written = new Set(dossier.requirements.map(({ value }) => value.requirement));
    const absent = absentRequirements(catalogue.requirements, profiles, (requirement) => written.has(requirement));
    const here = absent.filter(({ id }) => ids.includes(id));
    const place: Place = (missing) => placeRequirements(missing, dossier, index, locale);
    const fixes: Fix[] = [];
    const offer = (make: () => Fix): void => {
      // The place of each is looked for among all that is written.
      if (trials?.isSpent === true) return;
      const fix = make();
      if (fix.edits.length > 0 && leavesReadable(fix, dossier, trials)) fixes.push(fix);
    };
    const [first] = here;
    if (first && here.length > 1) offer(() => addChapter(first.chapter, here, place));
    for (const one of here) offer(() => addOne(one, place, here.length === 1));
    if (absent.length > here.length) offer(() => addAll(absent, place));
    return fixes;
  },
};

/** A requirement without entry, and what an entry for it would follow. */
interface Absent {
  readonly requirement: Requirement;
  /** The last one of its chapter before it that has an entry. */
  readonly after: Requirement | undefined;
}

interface Kept {
  readonly catalogue: Catalogue;
  readonly profiles: ReadonlySet<string>;
  readonly absent: readonly Absent[];
}

/** By what has an entry: most edits change nothing in that. */
const kept = new WeakMap<object, Kept>();

function absentFrom({ writtenEntries, index, profiles }: WholeContext, catalogue: Catalogue): readonly Absent[] {
  let found = kept.get(writtenEntries.written);
  if (found?.catalogue !== catalogue || found.profiles !== profiles) {
    const meant = index ? meantBy(writtenEntries.unknownRequirements(), index) : new Set();
    const absent = absentRequirements(
      catalogue.requirements,
      profiles,
      (requirement) => writtenEntries.has(requirement) || meant.has(requirement.id),
    );
    kept.set(
      writtenEntries.written,
      (found = { catalogue, profiles, absent: placed(absent, catalogue, writtenEntries) }),
    );
  }
  return found.absent;
}

/** Absent requirements beside what they would follow. */
function placed(
  absent: readonly Requirement[],
  catalogue: Catalogue,
  writtenEntries: WholeContext['writtenEntries'],
): Absent[] {
  const wanted = new Set(absent);
  const last = new Map<string, Requirement>();
  const found: Absent[] = [];
  for (const requirement of catalogue.requirements) {
    if (wanted.has(requirement)) found.push({ requirement, after: last.get(requirement.chapter) });
    else if (writtenEntries.has(requirement)) last.set(requirement.chapter, requirement);
  }
  return found;
}

function byChapter(absent: readonly Absent[]): ReadonlyMap<string, readonly Absent[]> {
  const chapters = new Map<string, Absent[]>();
  for (const one of absent) {
    const list = chapters.get(one.requirement.chapter);
    if (list) list.push(one);
    else chapters.set(one.requirement.chapter, [one]);
  }
  return chapters;
}

function relatedWords({ id, text }: Requirement): Pick<Related, 'message' | 'args'> {
  return text === undefined
    ? { message: 'oneUnknownText', args: { id } }
    : { message: 'one', args: { id, text: clip(text) } };
}

/** With more unknown ids than this the catalogue is another one, and what was meant is anyone's guess. */
const mostMistyped = 20;

/** Requirements that are there under a mistyped id, for which exigence/inconnue proposes the right one: once is enough. */
function meantBy(unknown: readonly string[], index: CatalogueIndex): ReadonlySet<string> {
  if (unknown.length > mostMistyped) return new Set();
  return new Set(unknown.flatMap((id) => index.closest(id, 'requirement').slice(0, 1)));
}

/** Requirements that apply, are to be proved by scenarios of their own, and have no entry. In the catalogue's order. */
function absentRequirements(
  requirements: readonly Requirement[],
  profiles: ReadonlySet<string>,
  isWritten: (requirement: Requirement) => boolean,
): readonly Requirement[] {
  return requirements.filter(
    (requirement) =>
      !isWritten(requirement) &&
      applicability(requirement, profiles) === 'applies' &&
      owedFor(requirement, () => false).length > 0,
  );
}

/** The edits that write entries. */
type Place = (missing: readonly Requirement[]) => readonly TextChange[];

function addOne(one: Requirement, place: Place, preferred: boolean): Fix {
  return {
    title: { fr: 'Ajouter l’exigence {id}', en: 'Add requirement {id}' },
    args: { id: one.id },
    edits: place([one]),
    ...(preferred ? { preferred } : {}),
  };
}

function addChapter(chapter: string, here: readonly Requirement[], place: Place): Fix {
  return {
    title: {
      fr: 'Ajouter les {count} exigences absentes du chapitre « {chapter} »',
      en: 'Add the {count} absent requirements of chapter “{chapter}”',
    },
    args: { count: here.length, chapter },
    edits: place(here),
    preferred: true,
  };
}

function addAll(absent: readonly Requirement[], place: Place): Fix {
  return {
    title: { fr: 'Ajouter les {count} exigences absentes', en: 'Add all {count} absent requirements' },
    args: { count: absent.length },
    edits: place(absent),
  };
}

function sentence(text: string): string {
  return /[.…!?]$/.test(text) ? text : `${text}.`;
}
