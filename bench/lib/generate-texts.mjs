import { daysBefore } from './generate-model.mjs';

export const CATALOGUE_PATH = 'rem/banc.rem.yaml';
export const SOFTWARE_VERSION = '12.4.0';

/** The catalogue file (`*.rem.yaml`) of a model. */
export function catalogueText({ chapters, requirements }, today) {
  const lines = [
    '# Catalogue inventé pour les mesures.',
    'version: 1',
    'dispositif: MDV-LGC-Va2',
    'nom: Catalogue inventé pour les mesures',
    'version_rem: "1.0"',
    `date: ${daysBefore(today, 200)}`,
    'etat: complet',
    'source: inventé',
    'domaines:',
    ...chapters.flatMap(({ domain, name }) => [`  - id: ${domain}`, `    nom: ${name}`]),
    'chapitres:',
    ...chapters.map(({ name }) => `  - nom: ${name}`),
    'profils: [ Général ]',
    'exigences:',
  ];
  for (const { id, chapter, text, scenarios } of requirements) {
    lines.push(
      `  - id: ${id}`,
      `    domaine: ${chapter.domain}`,
      `    chapitre: ${chapter.name}`,
      '    profils: [ Général ]',
      '    nature: EXIGENCE',
      `    texte: ${text}`,
      '    confiance: importe',
      '    scenarios:',
    );
    for (const scenario of scenarios) {
      lines.push(`      - id: ${scenario.id}`, '        etapes:');
      lines.push(...scenario.steps.map((step) => `          - ${step}`), '        preuves:');
      for (const proof of scenario.proofs) {
        lines.push(
          `          - id: ${proof.id}`,
          `            attendu: ${proof.expected}`,
          `            types: [ ${proof.type} ]`,
        );
      }
    }
  }
  return lines.join('\n') + '\n';
}

/**
 * The lines of the manifest of a model, in block style.
 * @param {(evidence: object) => boolean} reviewed whether a piece has a review
 */
export function manifestLines({ requirements }, today) {
  const lines = [
    '# Dossier inventé pour les mesures.',
    'version: 1',
    'dossier:',
    '  dispositif: MDV-LGC-Va2',
    `  catalogue: ${CATALOGUE_PATH}`,
    'editeur:',
    '  denomination: Éditeur Exemple',
    '  siret: "73282932000074"',
    'logiciel:',
    '  nom: MonCabinet',
    `  version: ${SOFTWARE_VERSION}`,
    `  date_version: ${daysBefore(today, 60)}`,
    'exigences:',
  ];
  for (const requirement of requirements) {
    lines.push(`  ${requirement.id}:`, `    empreinte: ${requirement.fingerprint}`, '    scenarios:');
    for (const scenario of requirement.scenarios) {
      lines.push(`      ${scenario.id}:`, '        preuves:');
      for (const { id, evidence } of scenario.proofs) lines.push(`          ${id}:`, ...evidenceLines(evidence, today));
    }
  }
  return lines;
}

function evidenceLines({ file, sha256, link, execution, date, comment }, today) {
  const target = file ? `fichier: ${file}` : link ? `lien: ${link}` : `execution: ${execution}`;
  return [
    `            - ${target}`,
    ...(sha256 ? [`              sha256: ${sha256}`] : []),
    `              date: ${date}`,
    `              version: ${SOFTWARE_VERSION}`,
    `              commentaire: ${comment}`,
    '              revue:',
    '                par: A. Martin',
    `                le: ${daysBefore(today, 2)}`,
    '                avis: suffisante',
  ];
}
