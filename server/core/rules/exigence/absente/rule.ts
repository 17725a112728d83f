import type { Catalogue, Requirement } from '../../../catalogue/catalogue';
import type { CatalogueIndex } from '../../../catalogue/index-catalogue';
import type { Dossier } from '../../../dossier/dossier';
import type { Fix } from '../../../fixes/fix';
import { placeRequirements } from '../../../fixes/place-requirements';
import { leavesReadable } from '../../../fixes/verified';
import { applicability } from '../../../status/applicability';
import { owedFor } from '../../../status/expectation';
import { shift } from '../../../text/offset-range';
import { clip } from '../../clip';
import { isLost } from '../../lost-section';
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
    for (const { id, text } of absentFrom(context, catalogue)) {
      const more = { target: { requirement: id }, data: { requirement: id } };
      if (text === undefined) report(uri, range, 'absentUnknownText', { id }, more);
      else report(uri, range, 'absent', { id, text: sentence(clip(text)) }, more);
    }
  },
  fixes(finding, dossier) {
    const id = finding.data?.['requirement'];
    if (typeof id !== 'string' || dossier.catalogue.kind !== 'loaded') return [];
    const { catalogue, index } = dossier.catalogue;
    const profiles = new Set(dossier.main.parsed.dossier?.facts.profiles.map(({ value }) => value));
    const written = new Set(dossier.requirements.map(({ value }) => value.requirement));
    const absent = absentRequirements(catalogue.requirements, profiles, (requirement) => written.has(requirement));
    const one = absent.filter((requirement) => requirement.id === id);
    const fixes = [insertion(one, dossier, index, true)];
    if (absent.length > 1) fixes.push(insertion(absent, dossier, index, false));
    return fixes.filter((fix) => fix.edits.length > 0 && leavesReadable(fix, dossier));
  },
};

interface Kept {
  readonly catalogue: Catalogue;
  readonly profiles: ReadonlySet<string>;
  readonly absent: readonly Requirement[];
}

/** By what has an entry: most edits change nothing in that. */
const kept = new WeakMap<object, Kept>();

function absentFrom({ roster, index, profiles }: WholeContext, catalogue: Catalogue): readonly Requirement[] {
  let found = kept.get(roster.written);
  if (found?.catalogue !== catalogue || found.profiles !== profiles) {
    const meant = index ? meantBy(roster.unknownRequirements(), index) : new Set();
    const absent = absentRequirements(
      catalogue.requirements,
      profiles,
      (requirement) => roster.has(requirement) || meant.has(requirement.id),
    );
    kept.set(roster.written, (found = { catalogue, profiles, absent }));
  }
  return found.absent;
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

function insertion(missing: readonly Requirement[], dossier: Dossier, index: CatalogueIndex, preferred: boolean): Fix {
  const edits = placeRequirements(missing, dossier, index);
  const [first] = missing;
  return preferred
    ? {
        title: { fr: 'Ajouter l’exigence {id}', en: 'Add requirement {id}' },
        args: { id: first?.id ?? '' },
        edits,
        preferred,
      }
    : {
        title: { fr: 'Ajouter les {count} exigences absentes', en: 'Add all {count} absent requirements' },
        args: { count: missing.length },
        edits,
      };
}

function sentence(text: string): string {
  return /[.…!?]$/.test(text) ? text : `${text}.`;
}
