import {
  attachmentSentence,
  refusalSentence,
  unplacedSentence,
  warningSentences,
} from '../../../core/attach/attach-words';
import { scalarProblem } from '../../../core/manifest/scalar-format';
import { scalar } from '../../../core/manifest/shape';
import { withPreparedAttach, type Source } from '../../../host/operations/attach';
import { failureSentence } from '../../../host/operations/failure-sentence';
import { basename } from 'node:path';
import { findEntry } from '../find-entry';
import { pathIn, proposal } from '../proposal';
import { lengths, quote, quoteAll } from '../quoted';
import { Refusal } from '../refusal';
import type { Opened, Session } from '../session';
import { dossierField, type Given, type Tool } from '../tool';

const words = {
  notPrepared: { fr: 'Cette pièce ne peut pas être jointe ainsi.', en: 'This piece cannot be attached like that.' },
  oneOf: { fr: 'Donnez « file » ou « link », l’un des deux.', en: 'Give “file” or “link”, one of the two.' },
  noCatalogue: {
    fr: 'Sans catalogue lisible, aucun identifiant ne peut être vérifié.',
    en: 'Without a catalogue that can be read no id can be verified.',
  },
  badLink: { fr: 'Ce lien n’est pas une adresse http ou https.', en: 'This link is no http or https address.' },
};

/** What the manifests become when a piece is attached. */
export const proposeAttach: Tool = {
  name: 'propose_attach',
  proposes: true,
  title: { fr: 'Proposer de joindre une pièce', en: 'Propose to attach a piece' },
  does: {
    fr: 'Propose la modification des manifestes qui cite une pièce sous une preuve attendue, comme « attach --dry-run ». Rien n’est écrit ni copié : une personne accepte. La date et la version viennent du fichier et du dossier, jamais de l’assistant.',
    en: 'Proposes the edit of the manifests that cites a piece under an expected proof, as “attach --dry-run” does. Nothing is written or copied: a person accepts it. Date and version come from the file and the dossier, never from the assistant.',
  },
  fields: {
    dossier: dossierField,
    proof: { kind: 'text', needed: true, does: { fr: 'Identifiant de la preuve.', en: 'Id of the proof.' } },
    file: {
      kind: 'text',
      most: 1000,
      does: {
        fr: 'Chemin d’un fichier des dossiers ouverts.',
        en: 'Path of a file in the folders given at the start.',
      },
    },
    link: { kind: 'text', most: 2000, does: { fr: 'Lien permanent.', en: 'Permanent link.' } },
  },
  async run(given, session) {
    const opened = await session.open(given.text('dossier'));
    const { analysis, basis } = opened;
    const { cancellation, locale } = session;
    const source = await sourceOf(given, opened, session);
    const name = source.kind === 'link' ? source.url : basename('path' in source ? source.path : '');
    try {
      return await withPreparedAttach({ analysis, sources: [source], locale, cancellation }, (outcome) => {
        if (outcome.kind === 'unplaced') {
          const sentences = outcome.unplaced.map((one) => unplacedSentence(one, () => name, source.wanted, locale));
          throw refused(sentences.join('\n'));
        }
        if (outcome.kind !== 'prepared') {
          throw refused(
            refusalSentence(
              outcome,
              () => name,
              (uri) => session.fileOf(uri).quoted,
              locale,
            ),
          );
        }
        const { plan, copies } = outcome;
        return Promise.resolve({
          basis,
          data: {
            ...proposal(plan.files, session),
            /** Files that a person copies, or lets « attach » copy. */
            copies: copies.map(({ from, to, sha256 }) => ({
              from: pathIn(session.options.folders, from),
              to: pathIn(session.options.folders, to),
              sha256,
            })),
            attachments: quoteAll(plan.attachments.map((one) => attachmentSentence(one, () => name, locale))),
            warnings: quoteAll(warningSentences(plan, locale)),
          },
        });
      });
    } catch (error) {
      const sentence = failureSentence(error, name, locale);
      if (sentence === undefined) throw error;
      throw refused(sentence);
    }
  },
};

function refused(sentence: string): Refusal {
  return new Refusal('impossible', words.notPrepared, { detail: quote(sentence) });
}

/** @throws Refusal for an id that is not known, a file out of the folders, or neither file nor link */
async function sourceOf(
  given: Given,
  { analysis }: Opened,
  session: Session,
): Promise<Exclude<Source, { readonly kind: 'bytes' | 'execution' }>> {
  const [file, link, id] = [given.text('file'), given.text('link'), given.needed('proof')];
  if ((file === undefined) === (link === undefined)) throw new Refusal('arguments', words.oneOf);
  const { index } = analysis.context;
  if (!index) throw new Refusal('impossible', words.noCatalogue);
  const { proof, scenario, requirement } = findEntry(id, index);
  const wanted = {
    proof: proof?.id ?? scenario?.id ?? requirement?.id ?? id,
    ...(proof && scenario ? { scenario: scenario.id } : {}),
    ...(proof && requirement ? { requirement: requirement.id } : {}),
  };
  if (file !== undefined) return { kind: 'file', path: await session.options.folders.resolve(file), wanted };
  const url = link ?? '';
  if (scalarProblem(url, scalar('url'))) {
    throw new Refusal('arguments', words.badLink, { asked: quote(url, lengths.path) });
  }
  return { kind: 'link', url, wanted };
}
