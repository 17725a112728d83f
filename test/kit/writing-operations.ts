import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { run } from '../../server/cli/run';
import { writeCatalogue } from '../../server/core/catalogue/write-catalogue';
import { neverCancelled } from '../../server/core/ports/cancellation';
import { changeThread, startThread } from '../../server/host/operations/threads';
import { newThreadText, withMessage } from '../../server/core/threads/thread-text';
import { catalogueText, diskEvidence, diskManifest } from './disk-dossier';
import { textInPackage } from './read-package';
import { catalogueOf, requirementWith } from './revision-kit';

/** Something that writes files of the user, in a folder that is made for it. */
export interface WritingOperation {
  readonly name: string;
  /** Makes the files that it begins with. */
  readonly begin: (folder: string) => Promise<void> | void;
  /** Its files do not depend on each other: some may be written and others not. */
  readonly isByParts?: true;
  /** Arguments of the command line, or what is done without one. */
  readonly does: readonly string[] | ((folder: string) => Promise<unknown>);
}

/** Runs a command line in this process, silent. @returns its exit code, and what it said */
export async function runIn(folder: string, args: readonly string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const say = (text: string) => {
    said += text;
  };
  const terminal = { out: say, err: say, colour: false, progress: false, cwd: folder, env: {} };
  const code = await run(args, { ...terminal, cancellation: neverCancelled });
  return { code, said };
}

function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

const empty = diskManifest('exigences: {}\n');
const withPiece = { 'main.preuves.yaml': diskEvidence('fichier: preuves/a.log'), 'preuves/a.log': 'journal' };
const dossier = (manifest = empty) => ({ 'main.preuves.yaml': manifest, 'catalogue.rem.yaml': catalogueText });

const text = 'Le système DOIT afficher les cinq traits stricts de l’identité du patient à l’écran.';
const former = catalogueOf([requirementWith('A.01', [1], { texte: text, id_socle: 'SC.A.01' })]);
const next = catalogueOf([requirementWith('B.01', [1], { texte: `${text} Et sa photo.`, id_socle: 'SC.A.01' })], {
  version_rem: '2',
});
const followed = `version: 1
dossier:
  dispositif: MDV-LGC-Va2
  catalogue: rem/ancien.rem.yaml
  fragments: [f.preuves.yaml]
`;
const fragment = `version: 1
exigences:
  A.01:
    scenarios:
      A.01.01:
        preuves:
          A.01.01.01: [ { execution: 12 } ]
`;
const about = { requirement: 'INS/va1.56', proof: 'INS/va1.56.01.01' };
const message = (said: string) => ({ by: 'AM', on: '2026-11-20', text: said });
const tests = {
  config: {},
  suites: [
    {
      title: 'db.spec.ts',
      specs: [
        {
          title: 'SCN_DB/CO.01.01.01 appel',
          tests: [
            {
              projectName: 'web',
              results: [
                {
                  status: 'passed',
                  startTime: '2026-11-02T10:00:00.000Z',
                  attachments: [{ name: 'journal', contentType: 'text/plain', path: 'log.txt' }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

/** Everything that writes, each on a small dossier. What it makes is the same each time, days apart. */
export const writingOperations: readonly WritingOperation[] = [
  {
    name: 'import',
    begin: (folder) => {
      cpSync(resolve('test/fixtures/workbooks/vague2.xlsx'), join(folder, 'rem.xlsx'));
      write(folder, { 'rem.rem.yaml': 'ancien\n' });
    },
    does: ['import', 'rem.xlsx', '--dispositif', 'MDV-LGC-Va2', '-o', 'rem.rem.yaml'],
  },
  {
    name: 'init',
    begin: (folder) => {
      write(folder, { 'catalogue.rem.yaml': catalogueText });
    },
    does: ['init', '--catalogue', 'catalogue.rem.yaml', '--par-chapitre', '--pieces', 'pieces', '-o', 'dossier'],
  },
  {
    name: 'check --fix',
    begin: (folder) => {
      write(folder, dossier(diskEvidence('{ fichier: preuves/a.log, date: 2/11/2026 }')));
      write(folder, { 'preuves/a.log': 'journal' });
    },
    does: ['check', '--fix'],
  },
  {
    name: 'migrate',
    begin: (folder) => {
      write(folder, {
        'main.preuves.yaml': followed,
        'f.preuves.yaml': fragment,
        'rem/ancien.rem.yaml': writeCatalogue(former),
        'rem/nouveau.rem.yaml': writeCatalogue(next),
      });
    },
    does: ['migrate', '--catalogue', 'rem/nouveau.rem.yaml'],
  },
  {
    name: 'migrate --annuler',
    begin: async (folder) => {
      write(folder, {
        'main.preuves.yaml': followed,
        'f.preuves.yaml': fragment,
        'rem/ancien.rem.yaml': writeCatalogue(former),
        'rem/nouveau.rem.yaml': writeCatalogue(next),
      });
      await runIn(folder, ['migrate', '--catalogue', 'rem/nouveau.rem.yaml']);
    },
    does: ['migrate', '--annuler'],
  },
  {
    name: 'attach',
    begin: (folder) => {
      write(folder, { ...dossier(), 'ailleurs/a.log': 'a', 'ailleurs/b.log': 'b' });
    },
    does: ['attach', 'ailleurs/a.log', 'ailleurs/b.log', '--preuve', 'INS/va1.56.01.01'],
  },
  {
    name: 'collect',
    begin: (folder) => {
      write(folder, { ...dossier(), 'r/log.txt': 'appel', 'r/playwright.json': JSON.stringify(tests) });
    },
    does: ['collect', 'r'],
  },
  {
    name: 'intake --appliquer',
    begin: (folder) => {
      const rows = ['N° preuve;Fichier;Responsable', 'SCN_DB/CO.01.01.01;ecran.log;AM', 'INS/va1.56.01.01;;BL'];
      write(folder, { ...dossier(), 'suivi.csv': rows.join('\r\n'), 'p/ecran.log': 'journal' });
    },
    does: ['intake', 'suivi.csv', '--pieces', 'p', '--appliquer'],
  },
  {
    name: 'attestation --joindre',
    begin: (folder) => {
      write(
        folder,
        dossier(diskManifest('exigences:\n  INS/va1.56: { non_applicable: { justification: Aucun appel. } }\n')),
      );
    },
    does: ['attestation', '--exigence', 'INS/va1.56', '--joindre'],
  },
  {
    name: 'answers --appliquer',
    begin: (folder) => {
      write(folder, {
        ...dossier(),
        'r.txt': 'INS/va1.56.02.01 : Modification demandée (18/11/2026) : floue\nINS/va1.56.01.01 : validé\n',
      });
    },
    does: ['answers', 'r.txt', '--le', '2026-11-20', '--appliquer'],
  },
  {
    name: 'merge -o',
    begin: (folder) => {
      const ours = empty.replace('12.4.0', '12.5.0');
      write(folder, { 'b.yaml': empty, 'o.yaml': ours, 't.yaml': `${empty}# fin\n`, 'out.yaml': 'ancien\n' });
    },
    does: ['merge', 'b.yaml', 'o.yaml', 't.yaml', '-o', 'out.yaml'],
  },
  {
    name: 'package',
    // The internal record is written behind the package, and is nothing without it.
    isByParts: true,
    begin: (folder) => {
      write(folder, { ...dossier(), ...withPiece, 'depot.zip': 'ancien' });
    },
    does: ['package', '--brouillon', '-o', 'depot.zip'],
  },
  {
    name: 'package of a portfolio',
    isByParts: true,
    begin: (folder) => {
      const inFolder = (name: string) =>
        Object.fromEntries(
          Object.entries({ ...dossier(), ...withPiece }).map(([path, content]) => [`${name}/${path}`, content]),
        );
      write(folder, {
        ...inFolder('a'),
        ...inFolder('b'),
        'portefeuille.yaml': 'version: 1\ndossiers: [a/main.preuves.yaml, b/main.preuves.yaml]\n',
      });
    },
    does: ['package', 'portefeuille.yaml', '--brouillon', '-o', 'paquets'],
  },
  {
    name: 'depot --cocher',
    begin: async (folder) => {
      write(folder, { ...dossier(), ...withPiece });
      const { said } = await runIn(folder, ['package', '--brouillon', '-o', 'b.zip']);
      const record = await textInPackage(join(folder, 'b.zip'), 'data/depot.json').catch(() => {
        throw new Error(said);
      });
      const final = record.replace('"brouillon": true', '"brouillon": false');
      writeFileSync(
        join(folder, 'p.zip'),
        zipSync({ 'X/data/depot.json': strToU8(final) }, { mtime: '2026-11-20T10:00:00' }),
      );
    },
    does: ['depot', 'p.zip', '--cocher', 'INS/va1.56.01.01', '--par', 'CM', '--le', '2026-11-30'],
  },
  {
    name: 'report',
    begin: (folder) => {
      write(folder, { ...dossier(), ...withPiece, 'r.xlsx': 'ancien' });
    },
    does: ['report', '-o', 'r.xlsx', '--at', '2026-11-20'],
  },
  {
    name: 'tasks -o',
    begin: (folder) => {
      write(folder, { ...dossier(), 'taches.csv': 'ancien' });
    },
    does: ['tasks', '-o', 'taches.csv', '--at', '2026-11-20'],
  },
  {
    name: 'runsheet -o',
    begin: (folder) => {
      write(folder, { ...dossier(), 'tournage.md': 'ancien' });
    },
    does: ['runsheet', '-o', 'tournage.md'],
  },
  {
    name: 'convert',
    begin: (folder) => {
      write(folder, { 'main.preuves.yaml': Buffer.from(empty, 'latin1') });
    },
    does: ['convert', 'main.preuves.yaml'],
  },
  {
    name: 'a thread that begins',
    begin: (folder) => {
      write(folder, dossier());
    },
    does: (folder) => startThread(folder, { about, first: message('À refaire.') }, neverCancelled),
  },
  {
    name: 'a message in a thread',
    begin: (folder) => {
      write(folder, { ...dossier(), 'discussions/un.yaml': newThreadText({ about, first: message('À refaire.') }) });
    },
    does: (folder) => changeThread(folder, 'un.yaml', withMessage(message('Fait.')), neverCancelled),
  },
];
