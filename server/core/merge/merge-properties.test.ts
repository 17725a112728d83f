import assert from 'node:assert/strict';
import { parseDocument } from 'yaml';
import { mergeYaml, type MergedYaml } from './merge-yaml';

const names = { ours: 'nous', theirs: 'eux' };

/** Numbers that are the same on every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const base = `# Dossier
version: 1

dossier:
  dispositif: MDV-LGC-Va2 # la vague
  profils: [BAL PER-ORG, "B # x"]
  fragments:
  - a/*.yaml
  - b/*.yaml
defaut: &d { x: 1, y: 2 }
agrements:
  - teleservice: DMP
    statut: Pré-examen # encore
    note: >-
      plié
      encore

  - teleservice: INSi
    statut: Fin
  # fin
exigences:
  # --- Application carte Vitale ---
  APCV.01:
    empreinte: 4410d5bb
    scenarios:
      APCV.01.01:
        preuves:
          APCV.01.01.01:
            - fichier: preuves/a.png
              titre: "Un titre"
              revue: { par: A, le: 2026-01-01, avis: suffisante }
            - { lien: "http://x", titre: b }
            # derrière
          APCV.01.01.02: []
          APCV.01.01.03:
  "RUM.01": # guillemets
    <<: *d
    note_interne: |+
      Première ligne
        # pas un commentaire

    commentaire: dit sur
      deux lignes
    etapes: [1, 2]
  RUM.02: ~
fin: x
`;
/** Some edits as people make them, and as they should not. @param who goes into the names that they make up */
function mutate(text: string, next: () => number, who: string): string {
  const lines = text.split('\n');
  const n = 1 + Math.floor(next() * 4);
  for (let i = 0; i < n; i++) {
    const at = Math.floor(next() * lines.length);
    const line = lines[at] ?? '';
    const margin = /^ */.exec(line)?.[0] ?? '';
    const tag = who + String(Math.floor(next() * 1000));
    switch (Math.floor(next() * 14)) {
      case 0:
        lines.splice(at, 1);
        break;
      case 1:
        lines.splice(at, 1 + Math.floor(next() * 6));
        break;
      case 2:
        lines.splice(at, 0, `${margin}# c${tag}`);
        break;
      case 3:
        lines.splice(at, 0, `${margin}k${tag}: v`);
        break;
      case 4:
        lines.splice(at, 0, `${margin}- fichier: ${tag}.png`, `${margin}  titre: t`);
        break;
      case 5:
        lines[at] = line.replace(/: (\S+)$/, `: v${tag}`);
        break;
      case 6:
        lines[at] = `${line} # c${tag}`;
        break;
      case 7:
        lines[at] = line.replace(/[[{] */, (m) => `${m}n${tag}, `);
        break;
      case 8:
        lines.splice(at, 0, '');
        break;
      case 9:
        lines[at] = line.replace(/: ([^"[{&|>#]+)$/, ': "$1"');
        break;
      case 10: {
        const cut = lines.splice(at, 2);
        lines.splice(Math.floor(next() * lines.length), 0, ...cut);
        break;
      }
      case 11:
        lines[at] = line.replace(/:.*$/, `: |\n${margin}    texte ${tag}\n${margin}    suite`);
        break;
      case 12:
        lines[at] = line.replace(/^( *)(- )?/, `$1$2&a${tag} `);
        break;
      case 13:
        lines[at] = `${margin}- ${tag}`;
        break;
    }
  }
  return lines.join('\n');
}

/** What a text says; undefined for what cannot be read. */
function said(text: string): string | undefined {
  const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  try {
    const sorted = (value: unknown): unknown =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
        : value;
    return JSON.stringify(document.toJS(), (_key, value: unknown) => sorted(value));
  } catch {
    // An alias without its anchor.
    return undefined;
  }
}

/** Names that an edit made up: each is found once more in what is merged. */
function inventions(text: string): string[] {
  return text.match(/\b[cknv]?[ot]\d{1,3}\b/g) ?? [];
}

describe('mergeYaml, of texts that are edited at random', function () {
  this.timeout(120_000);
  const merged = (ours: string, theirs: string): MergedYaml => mergeYaml({ base, ours, theirs }, names);

  it('loses no line that anybody wrote, garbles nothing, and does not mind who merges whom', () => {
    let [clean, asked] = [0, 0];
    for (let seed = 0; seed < 150; seed++) {
      const next = numbers(seed);
      const [ours, theirs] = [mutate(base, next, 'o'), mutate(base, next, 't')];
      const [here, there] = [merged(ours, theirs), merged(theirs, ours)];
      const where = `${String(seed)}\n${ours}\n-----\n${theirs}\n-----\n${here.text}`;
      assert.equal(here.conflicts.length, there.conflicts.length, where);
      for (const invention of [...inventions(ours), ...inventions(theirs)])
        assert.ok(here.text.includes(invention), `${invention} ${where}`);
      if (here.conflicts.length > 0) {
        asked++;
        continue;
      }
      clean++;
      if (said(ours) === undefined || said(theirs) === undefined) continue;
      assert.notEqual(said(here.text), undefined, where);
      assert.equal(said(here.text), said(there.text), where);
    }
    assert.ok(clean > 20 && asked > 20, `${String(clean)} ${String(asked)}`);
  });
});
