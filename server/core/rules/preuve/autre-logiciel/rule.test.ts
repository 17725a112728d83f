import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import { findDeclared } from '../../../evidence/find-declared';
import { findVersions } from '../../../evidence/find-versions';
import { rule } from './rule';

const showing = (text: string) => ({ a: file({ text: true, inspection: { declared: findDeclared(text) } }) });

describe(rule.meta.id, () => {
  it('warns of another software by another vendor, and hints at one of both', async () => {
    for (const [text, message, severity] of [
      ['Rapport\nLogiciel : AutreProduit 3.2\nÉditeur : Autre Société\n', 'both', 'warning'],
      ['Nom du logiciel\u00a0: AutreProduit\n', 'software', 'info'],
      ['**Éditeur du logiciel** : Autre Société\r\n', 'vendor', 'info'],
    ] as const) {
      const [found] = await fires(rule, { main: cites('⟦a⟧'), evidence: showing(text) });
      assert.deepEqual([found?.message, found?.severity], [message, severity], text);
    }
  });

  it('accepts its own names, written in one or several words', async () => {
    for (const text of [
      'Logiciel : MonCabinet\nÉditeur : Éditeur Exemple',
      'Logiciel : Mon Cabinet Pro 12.4',
      'Logiciel : AutreProduit\nLogiciel : MonCabinet',
      'Logiciel : Module agenda\nÉditeur : EDITEUR EXEMPLE SAS',
      'Éditeur : MonCabinet SAS',
    ])
      await silent(rule, { main: cites('a'), evidence: showing(text) });
  });

  it('says nothing of who made a tool, of what a mail quotes, nor of the other end of an exchange', async () => {
    for (const text of [
      'Poste de test\nLogiciel : Google Chrome\nÉditeur : Google LLC\n',
      'Outil\nLogiciel : Gazelle EVSClient\nÉditeur : ANS\n',
      'Base de médicaments\nÉditeur : Vidal France\nLogiciel : Vidal Expert\n',
      '> Logiciel : AutreProduit 4.2\n> Éditeur : Autre Société\nBien reçu.',
      'Logiciel : Test patient generator\nÉditeur : ANS\n',
      'Logiciel : SaaS\nÉditeur : PME\n',
      'Éditeur : Dr Martin\n',
      'Logiciel : Oui\nÉditeur : Non renseigné\n',
      'Logiciel : Voir page 2\nÉditeur : L’éditeur signataire\n',
    ])
      await silent(rule, { main: cites('a'), evidence: showing(text) });
    const text = 'Destinataire\n  Logiciel : AutreProduit\n  Éditeur : Autre Société\nÉmetteur : MonCabinet 12.4.0\n';
    const inspection = { declared: findDeclared(text), versions: findVersions(text) };
    await silent(rule, { main: cites('a'), evidence: { a: file({ text: true, inspection }) } });
  });

  it('says nothing of the environment, components, forms to fill in, sentences, or without a name', async () => {
    for (const text of [
      'Logiciel : Google Chrome 120',
      'Logiciel : Windows 11',
      'Logiciel : ............',
      'Logiciel : à renseigner',
      'Le logiciel : AutreProduit le fait aussi.',
      'Logiciel : Permet au médecin de gérer son cabinet et ses rendez-vous',
      'Logiciels : AutreProduit',
    ])
      await silent(rule, { main: cites('a'), evidence: showing(text) });
    const component = `${cites('a')}administratif:\n  composants_tiers: [{ nom: AutreProduit }]\n`;
    await silent(rule, { main: component, evidence: showing('Logiciel : AutreProduit 2.0') });
    const nameless = cites('a').replace('  nom: MonCabinet\n', '');
    await silent(rule, { main: nameless, evidence: showing('Logiciel : AutreProduit') });
    await silent(rule, { main: cites('a'), evidence: { a: file() } });
  });
});
