import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { diskManifest, catalogueText } from './disk-dossier';

/** What may stand in the place of a file that a dossier needs, and that nobody has to be refused any right for. */
export const badFiles = {
  directory: (path: string) => {
    mkdirSync(path);
  },
  brokenLink: (path: string) => {
    // It leads to itself.
    symlinkSync(basename(path), path);
  },
  outside: (path: string, secret: string) => {
    symlinkSync(secret, path);
  },
  special: (path: string) => {
    execFileSync('mkfifo', [path]);
  },
  tooLarge: (path: string) => {
    writeFileSync(path, 'version: 1\n');
    truncateSync(path, 64 * 2 ** 20 + 1);
  },
} satisfies Record<string, (path: string, secret: string) => void>;

export type BadKind = keyof typeof badFiles;
export const badKinds = Object.keys(badFiles) as BadKind[];

/** Windows lets no ordinary user make links, and has no pipes in folders. */
export const canMakeBadFiles = process.platform !== 'win32';

/** Text that must never show up anywhere: it stands outside of every dossier. */
export const secretText = 'version: 1\nexigences:\n  SECRET/va9.99: {}\n';

interface Role {
  /** The bad file, relative to the dossier's folder. */
  readonly path: string;
  /** What the manifest says of it. */
  readonly manifest: string;
  /** The rule that speaks of it, where it depends on what the file is by kind. `null`: such a file is well there. */
  readonly rule: string | Readonly<Record<BadKind, string | null>>;
  /** Where the finding stands: the text of the main manifest; `itself` for the beginning of the bad file. */
  readonly at: string;
}

/** In each dossier one finding that has nothing to do with the bad file. */
const body = `exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - fichier: absente.png
`;
export const otherRule = 'preuve/fichier-introuvable';

const whole = diskManifest(body);
const pieceRules = (rule: string, outside: string): Role['rule'] => ({
  directory: rule,
  brokenLink: rule,
  outside,
  special: rule,
  // Evidence may be large.
  tooLarge: null,
});

export const badRoles: Readonly<Record<string, Role>> = {
  manifeste: { path: 'autre.preuves.yaml', manifest: whole, rule: 'manifeste/illisible', at: 'itself' },
  fragment: {
    path: 'f/a.preuves.yaml',
    manifest: whole.replace('  profils:', '  fragments: [f/*.preuves.yaml]\n  profils:'),
    rule: 'fragment/illisible',
    at: 'f/*.preuves.yaml',
  },
  catalogue: {
    path: 'rem/a.rem.yaml',
    manifest: whole.replace('catalogue.rem.yaml', 'rem/a.rem.yaml'),
    rule: 'dispositif/catalogue-introuvable',
    at: 'rem/a.rem.yaml',
  },
  configuration: { path: 'segur.config.yaml', manifest: whole, rule: 'configuration/invalide', at: 'dossier' },
  piece: {
    path: 'p/piece.png',
    manifest: `${whole}            - fichier: p/piece.png\n`,
    rule: { ...(pieceRules(otherRule, 'preuve/hors-dossier') as object), directory: 'preuve/dossier' } as Role['rule'],
    at: 'p/piece.png',
  },
  agrement: {
    path: 'p/cnda.png',
    manifest: `${whole}agrements:\n  - { teleservice: DMP, statut: Pré-examen, piece: p/cnda.png }\n`,
    rule: pieceRules('agrement/piece-introuvable', 'preuve/hors-dossier'),
    at: 'p/cnda.png',
  },
  commande: {
    path: 'p/bon.pdf',
    manifest: `${whole}commandes:\n  - { client: Cabinet, signee_le: 2026-09-01, avance: { pieces: { bon_de_commande: p/bon.pdf } } }\n`,
    rule: pieceRules('financement/piece-introuvable', 'financement/piece-introuvable'),
    at: 'p/bon.pdf',
  },
  modele: {
    path: 'asp/modele.json',
    manifest: `${whole}financement:\n  modele_asp: asp/modele.json\n  correspondance_asp: main.preuves.yaml\n`,
    rule: pieceRules('financement/piece-introuvable', 'financement/piece-introuvable'),
    at: 'asp/modele.json',
  },
};

export const badRoleNames = Object.keys(badRoles);

export function ruleFor(role: string, kind: BadKind): string | null {
  const rule = badRoles[role]?.rule;
  return typeof rule === 'string' ? rule : (rule?.[kind] ?? null);
}

/**
 * A folder with a dossier for each role, in which that one file is bad, and one, `bon`, without any bad file.
 * @param folder made when it does not exist
 * @param outside where the secret is written: outside of the folder
 */
export function writeBadDossiers(folder: string, outside: string, kind: BadKind, roles = badRoleNames): void {
  mkdirSync(outside, { recursive: true });
  const secret = join(outside, 'secret.preuves.txt');
  writeFileSync(secret, secretText);
  const dossier = (name: string, manifest: string) => {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'main.preuves.yaml'), manifest);
    writeFileSync(join(folder, name, 'catalogue.rem.yaml'), catalogueText);
  };
  dossier('bon', whole);
  for (const role of roles) {
    const { path, manifest } = badRoles[role] ?? { path: role, manifest: whole };
    dossier(role, manifest);
    const bad = join(folder, role, path);
    mkdirSync(dirname(bad), { recursive: true });
    badFiles[kind](bad, secret);
  }
}
