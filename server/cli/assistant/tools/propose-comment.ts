import type { Cell } from '../../../core/cells/cell';
import { readOnlyWords } from '../../../core/cells/cell-words';
import { writeCells } from '../../../core/cells/write-cells';
import { say } from '../../../core/messages/say';
import { findEntry } from '../find-entry';
import { proposal } from '../proposal';
import { lengths, quote } from '../quoted';
import { Refusal } from '../refusal';
import { dossierField, type Tool } from '../tool';

const words = {
  noCatalogue: {
    fr: 'Sans catalogue lisible, aucun identifiant ne peut être vérifié.',
    en: 'Without a catalogue that can be read no id can be verified.',
  },
  ofProof: {
    fr: 'Un commentaire se propose sur une exigence ou un scénario, pas sur une preuve.',
    en: 'A comment is proposed on a requirement or a scenario, not on a proof.',
  },
  readOnly: {
    fr: 'Rien ne peut être écrit dans ce dossier maintenant.',
    en: 'Nothing can be written in this dossier now.',
  },
  refused: { fr: 'Ce commentaire ne peut pas être écrit.', en: 'This comment cannot be written.' },
};

/** A comment for whoever examines the dossier. */
export const proposeComment: Tool = {
  name: 'propose_comment',
  proposes: true,
  title: { fr: 'Proposer un commentaire', en: 'Propose a comment' },
  does: {
    fr: 'Propose la modification qui écrit « commentaire » sur une exigence ou un scénario (l’ANS le lit). Rien n’est écrit : une personne relit et accepte.',
    en: 'Proposes the edit that writes “commentaire” on a requirement or a scenario (ANS reads it). Nothing is written: a person reads it and accepts it.',
  },
  fields: {
    dossier: dossierField,
    id: {
      kind: 'text',
      needed: true,
      does: { fr: 'Identifiant de l’exigence ou du scénario.', en: 'Id of the requirement or scenario.' },
    },
    text: {
      kind: 'text',
      most: 2000,
      needed: true,
      does: { fr: 'Le commentaire, qui remplace celui d’avant.', en: 'The comment, in place of the one before.' },
    },
  },
  async run(given, session) {
    const { analysis, basis } = await session.open(given.text('dossier'), { withoutEvidence: true });
    const { index } = analysis.context;
    if (!index) throw new Refusal('impossible', words.noCatalogue);
    const { requirement, scenario, proof } = findEntry(given.needed('id'), index);
    if (proof) throw new Refusal('arguments', words.ofProof, { asked: quote(proof.id, lengths.id) });
    const id = scenario?.id ?? requirement?.id ?? '';
    const cell: Cell = {
      kind: 'entry',
      slot: {
        proof: id,
        ...(scenario ? { scenario: scenario.id } : {}),
        ...(requirement ? { requirement: requirement.id } : {}),
      },
      level: scenario ? 'scenario' : 'requirement',
      field: 'commentaire',
      value: given.needed('text'),
    };
    const outcome = writeCells(analysis, [cell], session.locale);
    if (outcome.kind === 'readOnly') {
      throw new Refusal('impossible', words.readOnly, { detail: quote(readOnlyWords(outcome.reason, session.locale)) });
    }
    if (outcome.kind === 'refused') {
      const [first] = outcome.cells;
      const why = first && say(first.refusal.sentence, session.locale, first.refusal.args);
      throw new Refusal('impossible', words.refused, why === undefined ? {} : { detail: quote(why) });
    }
    return { basis, data: proposal(outcome.files, session) };
  },
};
