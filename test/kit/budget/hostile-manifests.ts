import { diskManifest } from '../disk-dossier';
import { fill } from './fill';
import { hostileYaml } from './hostile-yaml';

/** An entry that is written in full, of an id that no catalogue has. */
const entry = (index: number): string =>
  `  X/${index}:\n    scenarios:\n      X/${index}.1:\n        preuves:\n          X/${index}.1.1:\n            - fichier: preuves/${index}.png\n`;

/** Manifests of a mebibyte that are hard to read or to check. */
export function hostileManifests(): Readonly<Record<string, string>> {
  const head = diskManifest('');
  const proof = `exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
`;
  const item = '            - ';
  return {
    ...hostileYaml(head, 'exigences'),
    'many entries': fill(`${head}exigences:\n`, entry),
    'one entry again and again': fill(`${head}exigences:\n`, () => entry(1)),
    'many pieces under one proof': fill(head + proof, (index) => `${item}fichier: preuves/${index}.png\n`),
    'the same piece under one proof': fill(head + proof, `${item}fichier: preuves/a.png\n`),
    'pieces of ever deeper folders': fill(head + proof, (index) => `${item}fichier: ${'a/'.repeat(index % 200)}b.png\n`),
    'pieces that differ by case': fill(head + proof, (index) => `${item}fichier: ${(index % 1024).toString(2).replaceAll('0', 'a').replaceAll('1', 'A')}.png\n`),
    'links under one proof': fill(head + proof, (index) => `${item}lien: https://interop.referencement.esante.gouv.fr/evs/report.seam?oid=1.2.${index}\n`),
    'odd links': fill(head + proof, `${item}lien: https://a@@b:://%%%\n`),
    'one huge link': fill(`${head}${proof}${item}lien: https://`, 'a.'),
    'executions under one proof': fill(head + proof, (index) => `${item}execution: ${index}\n`),
    'one execution': fill(head + proof, `${item}execution: 4127\n`),
    'reviews of pieces': fill(head + proof, `${item}fichier: a.png\n              revue: { par: A, le: 2026-11-03, avis: suffisante }\n`),
    'aliases of pieces': fill(`${head}${proof}${item}&p { fichier: a.png }\n`, `${item}*p\n`),
    'a huge comment of a piece': fill(`${head}${proof}${item}fichier: a.png\n              commentaire: `, 'tél. 01 23 45 '),
    'a huge file name': fill(`${head}${proof}${item}fichier: `, 'a'),
    'a file name of dots': fill(`${head}${proof}${item}fichier: `, '../'),
    'many scenarios': fill(`${head}exigences:\n  INS/va1.56:\n    scenarios:\n`, (index) => `      S${index}: {}\n`),
    'many core-business scenarios': fill(`${head}scenarios:\n`, (index) => `  SCN_X/${index}: {}\n`),
    'many chapters': fill(`${head}chapitres:\n`, (index) => `  Chapitre ${index}: { statut: soumis }\n`),
    'many approvals': fill(`${head}agrements:\n`, (index) => `  - { teleservice: T${index}, statut: Obtenu }\n`),
    'many profiles': fill(head.replace('[BAL PER-ORG]', '[').trimEnd().replace(/\[[^]*$/, '['), (index) => `P${index}, `, ']\n'),
    'many fragments': fill(head.replace('  profils:', '  fragments: ['), (index) => `f${index}.preuves.yaml, `, ']\n'),
    'fragments of globs': fill(head.replace(/ {2}profils:.*\n/, '').replace('editeur:', '  fragments:\nediteur:').replace(/editeur:[^]*$/, ''), (index) => `    - "**/a*b*c*${index}*/*.preuves.yaml"\n`),
    'one fragment of stars': head.replace('  profils:', `  fragments: ["${'*a'.repeat(400_000)}"]\n  profils:`),
    'one fragment of braces': head.replace('  profils:', `  fragments: ["${'{a,b}'.repeat(200_000)}"]\n  profils:`),
    'one fragment of brackets': head.replace('  profils:', `  fragments: ["${'[a-z]'.repeat(200_000)}"]\n  profils:`),
    'one fragment of ranges': head.replace('  profils:', '  fragments: ["{1..999999}{1..999999}.preuves.yaml"]\n  profils:'),
    'one fragment of nested braces': head.replace('  profils:', `  fragments: ["${'{a,'.repeat(200_000)}${'}'.repeat(200_000)}"]\n  profils:`),
    'one fragment of slashes': head.replace('  profils:', `  fragments: ["${'**/'.repeat(300_000)}"]\n  profils:`),
    'one fragment of exclamation marks': head.replace('  profils:', `  fragments: ["${'!'.repeat(900_000)}"]\n  profils:`),
    'one fragment of parentheses': head.replace('  profils:', `  fragments: ["${'('.repeat(900_000)}"]\n  profils:`),
    'a huge name of the software': head.replace('MonCabinet', 'Mon Cabinet '.repeat(80_000)),
    'a huge version': head.replace('12.4.0', '12.'.repeat(300_000)),
    'many orders': fill(`${head}parcours:\n  commandes:\n`, (index) => `    C${index}: { date: 2026-11-02, finess: "750000001" }\n`),
    'many requests of ANS': fill(head + proof, (index) => `${item}fichier: a${index}.png\n              demandes: [{ le: 2026-11-03, texte: a }]\n`),
  };
}
