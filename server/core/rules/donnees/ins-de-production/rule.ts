import { approvalPaths } from '../../../manifest/facts';
import type { EvidenceFile } from '../../../evidence/evidence-file';
import type { IdentifierSighting } from '../../../evidence/inspection';
import type { Target } from '../../../findings/finding';
import type { Locale, SentenceArguments } from '../../../messages/say';
import { shift, type OffsetRange } from '../../../text/offset-range';
import { factsOf } from '../../cited-files';
import { onCitedFiles } from '../../cited-paths';
import { clipList } from '../../clip';
import type { Report, Rule } from '../../rule';
import { sightedIn } from './sighted';

/** Identifiers that a message shows, masked. */
const mostShown = 3;

export const rule: Rule = {
  meta: {
    id: 'donnees/ins-de-production',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La pièce montre un INS ou un NIR qui peut être celui d’une vraie personne.',
      en: 'The evidence shows an INS or NIR that may be a real person’s.',
    },
    why: {
      fr: 'Un dossier de preuves ne doit contenir que des identités de test : déposer un vrai matricule est une violation de données de santé. Les identités publiques de test et les OID de test (1.2.250.1.213.1.4.10 et .11) sont acceptés.',
      en: 'A proof dossier must hold test identities only: filing a real matricule is a breach of health data. Public test identities and test OIDs (1.2.250.1.213.1.4.10 and .11) are accepted.',
    },
    avoid: '- fichier: preuves/INS/a31.hl7   # PID-3 sous l’OID 1.2.250.1.213.1.4.8',
    prefer: '- fichier: preuves/INS/a31.hl7   # PID-3 sous l’OID 1.2.250.1.213.1.4.10',
    source: {
      fr: 'Profils FR Core et feuilles de style CDA de l’ANS : OID de production .8 (NIR) et .9 (NIA), de test .10, de démonstration .11. SSI/GEN.05 : données personnelles à anonymiser hors production.',
      en: 'FR Core profiles and CDA style sheets of ANS: OIDs of production .8 (NIR) and .9 (NIA), of test .10, of demonstration .11. SSI/GEN.05: personal data to be made anonymous outside production.',
    },
    messages: {
      production: {
        fr: '« {path} » contient un INS sous un OID de production : {seenFr}. Refaites la pièce avec une identité de test, et supprimez ce fichier s’il vient d’un vrai patient.',
        en: '“{path}” holds an INS under an OID of production: {seenEn}. Make the evidence again with a test identity, and delete this file if it comes from a real patient.',
      },
      misplaced: {
        fr: '« {path} » donne une identité de test sous un OID de production : {seenFr}. Mettez-la sous l’OID de test (1.2.250.1.213.1.4.10).',
        en: '“{path}” gives a test identity under an OID of production: {seenEn}. Put it under the test OID (1.2.250.1.213.1.4.10).',
      },
      bare: {
        fr: '« {path} » contient un nombre qui a la forme et la clé d’un INS ou NIR, sans OID de test : {seenFr}. Remplacez-le par une identité de test ; si ce n’en est pas un, ignorez cette anomalie en disant pourquoi.',
        en: '“{path}” holds a number with the form and key of an INS or NIR, without a test OID: {seenEn}. Replace it with a test identity; if it is none, ignore this finding and say why.',
      },
    },
  },
  ...onCitedFiles((file, { value: path, range }, targetOf, report) => {
    check(file, path, range, targetOf, report);
  }),
  dossier({ main }, report, context) {
    for (const { base, facts } of main.parsed.approvals) {
      const reportHere: Report = (range, message, args, more) => {
        report(main.uri, shift(range, base), message, args, more);
      };
      for (const written of approvalPaths(facts)) {
        const file = factsOf(written, context);
        if (file) check(file, written.value, written.range, () => ({ path: written.value }), reportHere);
      }
    }
  },
};

function check(file: EvidenceFile, path: string, range: OffsetRange, targetOf: () => Target, report: Report): void {
  if (file.state !== 'file' || !file.inspection) return;
  const { production, misplaced, bare } = sightedIn(file);
  if (production.length > 0) {
    report(range, 'production', { path, ...seen(production) }, { effect: 'incomplete', target: targetOf() });
  }
  if (misplaced.length > 0) {
    const more = { severity: 'warning', effect: 'review', target: targetOf() } as const;
    report(range, 'misplaced', { path, ...seen(misplaced) }, more);
  }
  // What only looks like an INS may be something else: the team can say so, and the proof is whole again.
  if (bare.length > 0) report(range, 'bare', { path, ...seen(bare) }, { effect: 'review', target: targetOf() });
}

function seen(sightings: readonly IdentifierSighting[]): SentenceArguments {
  const inLanguage = (locale: Locale) =>
    clipList(
      sightings.map((sighting) => place(sighting, locale)),
      mostShown,
    );
  return { seenFr: inLanguage('fr'), seenEn: inLanguage('en') };
}

/** `279…89 (PID-3, ligne 2)`: enough to find it again, not enough to know whose it is. */
function place({ value, where, line }: IdentifierSighting, locale: Locale): string {
  const at = [where, line === undefined ? undefined : `${locale === 'fr' ? 'ligne' : 'line'} ${line}`];
  const known = at.filter((part) => part !== undefined).join(', ');
  const masked = `${value.slice(0, 3)}…${value.slice(-2)}`;
  return known === '' ? masked : `${masked} (${known})`;
}
