import assert from 'node:assert/strict';
import { guessEvidenceTypes } from './guess-evidence-types';
import { guessTestCases } from './guess-test-cases';

describe('guessEvidenceTypes', () => {
  for (const [expected, types] of [
    ["Démonstration (vidéo ou copies d'écran) du parcours", ['demonstration', 'video', 'capture_ecran']],
    ['Démonstration (capture d’écran, vidéo…)', ['demonstration', 'video', 'capture_ecran']],
    ['Une VIDEO du parcours', ['video']],
    ["Copies d'écran de l'accès web PS de formation", ['capture_ecran', 'copie_ecran_web_ps_dmp']],
    ['Lien permanent du rapport de validation', ['lien_permanent_gazelle']],
    ["Identifiant de l'exécution du cas de test", ['identifiant_execution_mssante']],
    ['La source SMTP du message', ['source_smtp']],
    ['Le compte rendu au format pdf/A-1', ['document_pdf_a1']],
    ['Logs de connexion', ['log']],
    ['Traces du système', ['log']],
    ['Message SOAP avec VIHF', ['message_soap_vihf']],
    ['Scan des éditions', ['scan_papier']],
    ["Justificatif de l'homologation CNDA", ['justificatif_cnda']],
    ["Attestation sur l'honneur qu'une procédure existe", ['attestation_honneur']],
    ['Engagement écrit du candidat', ['engagement_ecrit']],
    ["Formulaire du test d'intrusion signé", ['formulaire_test_intrusion_passi']],
    ["PAS (Plan d'Assurance de Sécurité)", ['pas']],
    ['PSSI de la structureOUDocumentation interne', ['pssi', 'documentation']],
    ['Documentation décrivant une procédure', ['procedure', 'documentation']],
    ['Le certificat valide et la chaîne de certification', ['certificats']],
    ["Extrait du code qui vérifie l'expiration du certificat", ['extrait_code']],
    ['Fournir le tableau de bord', ['tableau_de_bord']],
    ['Fichier au format texte', ['fichier_texte']],
    ['Capture : le statutOUDéclaration du candidat', ['capture_ecran', 'attestation_honneur']],
    ['vidéos / capture', ['video', 'capture_ecran']],
    ['Vidéo/captures', ['video', 'capture_ecran']],
    ['Vidéo, capture ou journal', ['video', 'capture_ecran']],
    ['Vidéo (ou capture)', ['video', 'capture_ecran']],
    ['Capture du message', ['capture_ecran']],
    ['Vidéo ou capture de trames', ['video']],
    ['Capture réseau', []],
    ['Le système fournit la liste et capture les erreurs', []],
    ['Copie d ecran', ['capture_ecran']],
    ['copie decran de la fiche', ['capture_ecran']],
    ['COPIE D ÉCRAN', ['capture_ecran']],
    ['Copie d′écran', ['capture_ecran']],
    ['Copie d’ écran', ['capture_ecran']],
    ['Captures_ecran', ['capture_ecran']],
    ["Capure d'écran ou vidéo", ['video', 'capture_ecran']],
    ["Demonstation, viédo ou captrue d'ecran", ['demonstration', 'video', 'capture_ecran']],
    ["Copie écran de l'accueil", ['capture_ecran']],
    ["Impression d'écran", ['capture_ecran']],
    ['Attesttation du représentant', ['attestation_honneur']],
    ["[INTEROP] Lien vers l'Espace de Test Gazelle", ['lien_permanent_gazelle']],
    ['URL Gazelle du test', ['lien_permanent_gazelle']],
    ['Homologation CNDA du DMP', ['justificatif_cnda']],
    ["Preuve d'homologation du téléservice", ['justificatif_cnda']],
    ['Dump du message envoyé', ['dump_hl7']],
    ['Message HL7 émis', ['dump_hl7']],
    ['Le plan est vide et la copieuse aussi', []],
    ['Le capteur certifiait les ecrous', []],
    ['Il ne faut pas interrompre le traitement', []],
    ["Mesure du temps d'affichage", []],
    ['', []],
  ] as const) {
    it(`reads « ${expected} »`, () => {
      assert.deepEqual(guessEvidenceTypes(expected), types);
    });
  }
});

describe('guessTestCases', () => {
  it('takes whole names, once', () => {
    assert.deepEqual(
      guessTestCases(
        'Cas CI-SIS-CR-CDA-N1-Create_doc-Sc1, puis CI‑SIS‑HL7V2‑Cons_identite_INS (CI-SIS-CR-CDA-N1-Create_doc-Sc1).',
      ),
      ['CI-SIS-CR-CDA-N1-Create_doc-Sc1', 'CI-SIS-HL7V2-Cons_identite_INS'],
    );
    assert.deepEqual(guessTestCases('outil : MSS-LPS-SEGUR-PER-ORG accessible'), ['MSS-LPS-SEGUR-PER-ORG']);
    assert.deepEqual(guessTestCases('volet CI-SIS'), []);
  });
});
