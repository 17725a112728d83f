import { distance } from 'fastest-levenshtein';
import { didYouMean } from '../../../fixes/replace';
import { journeyData } from '../../../manifest/journey-data.generated';
import { shift } from '../../../text/offset-range';
import { clip } from '../../clip';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { suggestNear } from '../../suggestions';
import { bareName, teleservicesIn } from '../teleservice';

/** Teleservices that the data names for some dispositif, each once. Others exist. */
const known = [...new Set(journeyData.agrements.flatMap(({ teleservices }) => teleservices.map(({ nom }) => nom)))];

export const rule: Rule = {
  meta: {
    id: 'agrement/teleservice-inconnu',
    defaultSeverity: 'warning',
    fixable: true,
    since: '0.1.0',
    summary: {
      fr: 'Le téléservice d’une homologation n’est pas de ceux que l’on connaît.',
      en: 'The teleservice of an approval is none of the known ones.',
    },
    why: {
      fr: 'Une homologation dont le nom ne se lit pas ne compte pour aucune de celles que le dispositif attend. Aucune liste officielle de tous les téléservices n’a été lue : un nom qui ne ressemble à aucun n’est qu’une information.',
      en: 'An approval whose name cannot be read counts for none of those that the dispositif expects. No official list of all teleservices was read: a name that resembles none only informs.',
    },
    avoid: 'agrements:\n  - { teleservice: DPM, statut: Pré-examen, piece: preuves/cnda/dmp.png }',
    prefer: 'agrements:\n  - { teleservice: DMP, statut: Pré-examen, piece: preuves/cnda/dmp.png }',
    source: sources.cnda,
    messages: {
      unknown: {
        fr: 'Le téléservice « {teleservice} » n’est pas de ceux que l’outil connaît ({known}) : vérifiez son nom. S’il est juste, il n’y a rien à faire.',
        en: 'Teleservice “{teleservice}” is none of those that the tool knows ({known}): check its name. If it is right there is nothing to do.',
      },
      unknownClose: {
        fr: 'Le téléservice « {teleservice} » n’est pas connu. Vouliez-vous dire « {closest} » ? Téléservices connus : {known}.',
        en: 'Teleservice “{teleservice}” is not known. Did you mean “{closest}”? Known teleservices: {known}.',
      },
    },
  },
  dossier({ main }, report) {
    for (const { base, facts } of main.parsed.approvals) {
      const written = facts.teleservice;
      if (!written || bareName(written.value) === '' || teleservicesIn(written.value).length > 0) continue;
      const near = suggestNear('unknown', slipsOf(written.value));
      const args = { teleservice: clip(written.value, 40), known: known.join(', '), ...near.args };
      const severity = near.more.data ? {} : { severity: 'info' as const };
      report(main.uri, shift(written.range, base), near.message, args, { ...near.more, ...severity });
    }
  },
  fixes: didYouMean,
};

/**
 * Known names for which a text may be a slip of the keyboard: one edit, two of a long name, or the same letters in another
 * order. Names of teleservices are short and real ones are near each other (IMTi, DMTi): nothing further is proposed.
 */
function slipsOf(text: string): string[] {
  const bare = bareName(text);
  return known.filter((name) => {
    const other = bareName(name);
    const edits = distance(bare, other);
    return edits <= (other.length > 6 ? 2 : 1) || lettersOf(bare) === lettersOf(other);
  });
}

function lettersOf(bare: string): string {
  return Array.from(bare).sort().join('');
}
