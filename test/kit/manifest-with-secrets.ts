import { mainShape } from '../../server/core/manifest/manifest-shape';
import type { DictKey, MapShape, ScalarFormat, Shape } from '../../server/core/manifest/shape';

/** A manifest with words that must stay in the house wherever they can stand, and words that must leave. */
export interface ManifestWithSecrets {
  readonly text: string;
  readonly leaving: readonly string[];
}

/** What every word that must stay begins with. */
export const secret = 'GARDE';

const samples: Readonly<Record<Exclude<ScalarFormat, 'text' | 'path'>, string>> = {
  formatVersion: '1',
  integer: '4127',
  execution: '4127',
  date: '2026-11-02',
  sha256: 'a'.repeat(64),
  fingerprint: '3f9a1c20',
  glob: 'exigences/*.preuves.yaml',
  url: 'https://interop.referencement.esante.gouv.fr/x?id=1',
  version: '12.10',
};

const ids: Readonly<Record<DictKey, readonly string[]>> = {
  requirement: ['INS/va1.56', 'PSC.01', 'X/Y.99'],
  scenario: ['INS/va1.56.02', 'PSC.01.01', 'X.01'],
  coreScenario: ['SCN_DB/CO.01', 'SCN_X'],
  proof: ['INS/va1.56.02.01', 'PSC.01.01.01', 'X.01.01'],
  chapter: ['Identité nationale de santé', 'Chapitre 1'],
};

/** Keys that are none of the format: slips, planned ones, those that programs trip over, those of the house in other guise. */
const strangeKeys = [
  ...['note_internes', 'note-interne', 'Note_interne', '"note_interne "', "'note_interne\u00a0'", '!x note_intern'],
  ...[
    'suivi',
    'etapes_faites',
    'identites_de_test',
    'discussions',
    'responsable',
    '__proto__',
    '"<<"',
    '"\\u0000"',
    '~',
  ],
  ...['Commentaire', 'commentaires', '12', 'x-équipe', '&ancre clé'],
];

/** Such a manifest, the same for the same seed. */
export function manifestWithSecrets(seed: number): ManifestWithSecrets {
  return new Writer(seed).write();
}

class Writer {
  readonly #leaving: string[] = [];
  #state: number;
  #words = 0;

  constructor(seed: number) {
    this.#state = seed;
  }

  write(): ManifestWithSecrets {
    return {
      text: `# ${this.#secret()}\n${this.#map(mainShape, true)}\n# ${this.#secret()}\n`,
      leaving: this.#leaving,
    };
  }

  /** In [0, 1[ (mulberry32). */
  #random(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  #one<T>(list: readonly T[]): T {
    const chosen = list[Math.floor(this.#random() * list.length)];
    if (chosen === undefined) throw new Error('Nothing to choose from.');
    return chosen;
  }

  #secret(): string {
    return `${secret}${++this.#words}X`;
  }

  #word(leaves: boolean): string {
    if (!leaves) return this.#secret();
    const word = `PART${++this.#words}X`;
    this.#leaving.push(word);
    return word;
  }

  #value(shape: Shape, leaves: boolean): string {
    // Not what is wanted there: nothing of it is understood, and nothing leaves.
    if (this.#random() < 0.05) return shape.kind === 'scalar' ? `{ a: ${this.#secret()} }` : this.#secret();
    switch (shape.kind) {
      case 'scalar':
        if (shape.allowed) return `"${this.#one(shape.allowed)}"`;
        if (shape.format === 'text') return this.#quoted(this.#word(leaves));
        if (shape.format === 'path') return this.#quoted(`preuves/${this.#word(leaves)}.png`);
        return this.#quoted(samples[shape.format]);
      case 'map':
        return this.#map(shape, leaves);
      case 'dict': {
        const own = ids[shape.key].map((id) => `"${id}": ${this.#value(shape.value, leaves)}`);
        return `{ ${[...own, `${this.#one(strangeKeys)}: ${this.#secret()}`].join(', ')} }`;
      }
      case 'list':
        return `[ ${this.#value(shape.item, leaves)}, ${this.#value(shape.item, leaves)}, [ ${this.#secret()} ] ]`;
    }
  }

  #quoted(text: string): string {
    return this.#one([text, `"${text}"`, `'${text}'`, `!marque ${text}`]);
  }

  #map({ keys, exactlyOneOf }: MapShape, leaves: boolean): string {
    const kind = exactlyOneOf && this.#one(exactlyOneOf);
    const pairs: string[] = [];
    for (const [name, key] of Object.entries(keys)) {
      if (exactlyOneOf?.includes(name) ? name !== kind : this.#random() < 0.2) continue;
      const value = this.#value(key.shape, leaves && key.leaves !== undefined);
      pairs.push(
        this.#one([`${name}: ${value}`, `"${name}": ${value}`, `? ${name} : ${value}`, `<<: { ${name}: ${value} }`]),
      );
    }
    const taken = new Set<string>();
    for (let count = 0; count < 3; count++) {
      const name = this.#one(strangeKeys);
      if (taken.has(name)) continue;
      taken.add(name);
      const value = this.#strange();
      const pair = this.#one([`${name}: ${value}`, `? ${name} : ${value}`, `<<: [ { ${name}: ${value} } ]`]);
      pairs.splice(Math.floor(this.#random() * (pairs.length + 1)), 0, pair);
    }
    return `{\n${pairs.map((pair) => `${pair}, # ${this.#secret()}`).join('\n')}\n}`;
  }

  #strange(): string {
    const word = this.#secret();
    return this.#one([
      word,
      `"${word}"`,
      `[ ${word}, { fichier: ${word} } ]`,
      `{ commentaire: ${word}, preuves: { P: [ { fichier: ${word}, titre: ${word} } ] } }`,
      `{ ${word}: { responsable: ${word} } }`,
    ]);
  }
}
