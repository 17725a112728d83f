import { acceptsStatement } from '../../catalogue/statement-types';
import type { Analysis } from '../../engine/analyse';
import type { Entry, ResolvedProof } from '../../dossier/dossier';
import { evidencePath, namesEvidence } from '../../manifest/facts';
import type { Sentence } from '../../messages/say';
import type { Compliance } from '../../status/compliance';
import { shift } from '../../text/offset-range';
import { safePiecePath } from '../../evidence/evidence-path';
import { chaptersInScope, coreScenariosInScope, type Scope } from '../scope';
import { unexpectedEvidence } from '../unexpected-evidence';
import { bothSay, type Blocker } from './blocker';
import { isUnsignedDraft } from './required-piece';

const messages = {
  standsIn: {
    fr: 'La preuve {id} attend une démonstration ({expected}), pas une déclaration : joignez la pièce attendue sous « fichier », « lien » ou « execution ».',
    en: 'Proof {id} expects a demonstration ({expected}), not a statement: attach the expected evidence under “fichier”, “lien” or “execution”.',
  },
  draft: {
    fr: 'La pièce « {path} » de {id} est le brouillon non signé que Ségur Preuves écrit : complétez-le, faites-le signer, puis remplacez-le par l’exemplaire signé.',
    en: 'Document “{path}” of {id} is the unsigned draft that Ségur Preuves writes: complete it, have it signed, then replace it with the signed copy.',
  },
} satisfies Record<string, Sentence>;

/** Statements that stand where something has to be shown, and those that nobody has signed. */
export function statementBlockers(analysis: Analysis, state: Compliance, scope: Scope): Blocker[] {
  const expected = [
    ...chaptersInScope(state, scope).flatMap(({ requirements }) => requirements.flatMap((one) => one.scenarios)),
    ...coreScenariosInScope(state, scope),
  ].flatMap(({ proofs }) => proofs.flatMap(({ entry }) => (entry ? [entry] : [])));
  const beside = unexpectedEvidence(analysis, scope).filed.map(({ entry }) => entry);
  return [
    ...expected.flatMap((entry) => standsIn(entry)),
    ...[...expected, ...beside].flatMap((entry) => drafts(entry, analysis)),
  ];
}

/** Only where nothing else is attached: a statement beside a film explains it. */
function standsIn({ uri, base, value: { proof, facts } }: Entry<ResolvedProof>): Blocker[] {
  if (!proof || acceptsStatement(proof.types) !== false) return [];
  const named = facts.evidence.filter(namesEvidence);
  if (named.some(({ declaration }) => !declaration)) return [];
  return named.flatMap(({ declaration }): Blocker[] => {
    if (!declaration) return [];
    const message = bothSay(messages.standsIn, { id: proof.id, expected: proof.expected });
    const range = shift(declaration.range, base);
    return [{ kind: 'declarationForDemonstration', reason: { message }, about: proof.id, uri, range }];
  });
}

function drafts({ uri, base, value: { proof, facts } }: Entry<ResolvedProof>, analysis: Analysis): Blocker[] {
  const id = proof?.id ?? facts.id.value;
  return facts.evidence.flatMap((item): Blocker[] => {
    const path = evidencePath(item);
    const safe = path && safePiecePath(path.value);
    if (!path || safe === undefined || !isUnsignedDraft(analysis.evidenceFile(safe))) return [];
    const message = bothSay(messages.draft, { id, path: path.value });
    return [{ kind: 'unsignedDraft', reason: { message }, about: id, uri, range: shift(path.range, base) }];
  });
}
