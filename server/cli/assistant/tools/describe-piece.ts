import { closestIds } from '../../../core/catalogue/closest-ids';
import type { Dossier } from '../../../core/dossier/dossier';
import { foldedPath, safePiecePath } from '../../../core/evidence/evidence-path';
import { pageOf } from '../pages';
import { lengths, quote, quoteAll } from '../quoted';
import { Refusal } from '../refusal';
import { pieceFacts, stateOfFile } from '../show-piece';
import { dossierField, pageFields, type Tool } from '../tool';

const words = {
  notCited: {
    fr: 'Le dossier ne cite aucune pièce à ce chemin : rien n’en est dit.',
    en: 'The dossier cites no piece at this path: nothing is said of it.',
  },
};

/** What was read of the pieces that a dossier cites. */
export const describePiece: Tool = {
  name: 'describe_piece',
  title: { fr: 'Contenu d’une pièce', en: 'What a piece holds' },
  does: {
    fr: 'Donne les faits lus dans une pièce citée (type, taille, dates, verdict d’un rapport…) et jusqu’où elle a été examinée. Sans chemin : la liste des pièces. Les identités et les secrets ne sont jamais montrés.',
    en: 'Gives the facts read in a cited piece (type, size, dates, verdict of a report…) and how far it was examined. Without a path: the list of pieces. Identities and secrets are never shown.',
  },
  fields: {
    dossier: dossierField,
    path: {
      kind: 'text',
      most: 1000,
      does: {
        fr: 'Chemin de la pièce, tel que le manifeste l’écrit.',
        en: 'Path of the piece, as the manifest writes it.',
      },
    },
    ...pageFields,
  },
  async run(given, session) {
    const { analysis, basis } = await session.open(given.text('dossier'));
    const paths = analysis.evidencePaths();
    const wanted = given.text('path');
    if (wanted === undefined) {
      const { shown, page } = pageOf(paths, given.page, (path) => {
        return { path: quote(path, lengths.path), ...stateOfFile(analysis.evidenceFile(path), undefined, session) };
      });
      return { basis, page, data: { pieces: shown } };
    }
    const path = safePiecePath(wanted);
    if (path === undefined || !paths.includes(path)) {
      const near = paths.filter((one) => foldedPath(one).endsWith(foldedPath(wanted)));
      throw new Refusal('unknown', words.notCited, {
        asked: quote(wanted, lengths.path),
        suggestions: quoteAll([...new Set([...near, ...closestIds(wanted, paths)])].slice(0, 5), lengths.path),
      });
    }
    const pins = pinsOf(path, analysis.dossier);
    const piece = pieceFacts(analysis.evidenceFile(path), pins.length === 1 ? pins[0] : undefined, session);
    return { basis, data: { path: quote(path, lengths.path), ...piece } };
  },
};

/** Digests that the manifests give of a piece, each once. */
function pinsOf(path: string, { requirements, coreScenarios }: Dossier): readonly string[] {
  const scenarios = [
    ...requirements.flatMap(({ value }) => value.scenarios),
    ...coreScenarios.map(({ value }) => value),
  ];
  const items = scenarios.flatMap(({ proofs }) => proofs.flatMap(({ facts }) => facts.evidence));
  const cited = items.filter(({ file }) => file !== undefined && safePiecePath(file.value) === path);
  return [...new Set(cited.flatMap(({ sha256 }) => (sha256 ? [sha256.value] : [])))];
}
