import { teleservicesNamedIn, type NamedTeleservice } from '../../../evidence/teleservice-words';
import { shift } from '../../../text/offset-range';
import { factsOf } from '../../cited-files';
import { clip } from '../../clip';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { teleservicesIn } from '../teleservice';

export const rule: Rule = {
  meta: {
    id: 'agrement/autre-teleservice',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le justificatif d’une homologation parle d’un autre téléservice.',
      en: 'The supporting document of an approval speaks of another teleservice.',
    },
    why: {
      fr: 'Chaque téléservice a son homologation : la lettre de l’un ne prouve pas celle de l’autre, et l’ANS la renvoie.',
      en: 'Each teleservice has its own approval: the letter about one does not prove the other, and ANS sends it back.',
    },
    looked: {
      fr: 'Est cherché le nom d’un téléservice dans les textes et PDF joints à un agrément, et dans leur nom. Ne sont pas regardés : les images, les PDF numérisés, les papiers cités comme preuve.',
      en: 'What is sought: the name of a teleservice in the texts and PDF attached to an approval, and in their names. Not looked at: pictures, scanned PDF, papers cited as a proof.',
    },
    avoid: 'agrements:\n  - { teleservice: INSi, statut: Finalisation, piece: preuves/cnda/dmp.pdf }',
    prefer: 'agrements:\n  - { teleservice: INSi, statut: Finalisation, piece: preuves/cnda/insi.pdf }',
    source: sources.cnda,
    messages: {
      name: {
        fr: 'Le justificatif de {teleservice} s’appelle « {file} », qui nomme {other} : citez la pièce de {teleservice}. Si c’est bien elle, renommez-la.',
        en: 'The supporting document of {teleservice} is called “{file}”, which names {other}: cite the document of {teleservice}. If it is the right one, rename it.',
      },
      text: {
        fr: 'Le justificatif de {teleservice} parle de {other} et ne nomme nulle part {teleservice} : citez la pièce de {teleservice}.',
        en: 'The supporting document of {teleservice} speaks of {other} and names {teleservice} nowhere: cite the document of {teleservice}.',
      },
    },
  },
  dossier({ main }, report, context) {
    for (const { base, facts } of main.parsed.approvals) {
      const { teleservice, evidence } = facts;
      const own = teleservicesIn(teleservice?.value ?? '');
      // Of a teleservice that is not known, no document can be said to be another's.
      if (!teleservice || !evidence || own.length === 0) continue;
      const name = evidence.value.slice(
        Math.max(evidence.value.lastIndexOf('/'), evidence.value.lastIndexOf('\\')) + 1,
      );
      const names = othersIn(teleservicesNamedIn(name), own);
      const file = factsOf(evidence, context);
      const read =
        file?.state === 'file' && file.inspection?.partial !== true ? file.inspection?.teleservices : undefined;
      const texts = othersIn(read ?? [], own);
      const range = shift(evidence.range, base);
      const args = { teleservice: teleservice.value.trim() };
      // What the document itself says is surer than its name: one that names its own teleservice inside is rightly cited.
      if (texts) report(main.uri, range, 'text', { ...args, other: texts });
      else if (names && !(read ?? []).some((one) => own.includes(one.name)))
        report(main.uri, range, 'name', { ...args, file: clip(name, 60), other: names });
    }
  },
};

/** Names of other teleservices, where the own one is not spoken of in any words. */
function othersIn(named: readonly NamedTeleservice[], own: readonly string[]): string | undefined {
  if (named.some(({ name }) => own.includes(name))) return undefined;
  const others = named.filter(({ plainly }) => plainly).map(({ name }) => name);
  return others.length === 0 ? undefined : others.join(', ');
}
