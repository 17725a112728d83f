import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { severities as severityNames, type SeveritySetting } from '../findings/severity';
import type { Sentence } from '../messages/say';
import { parseLayout, type EntryLayout } from './entry-layout';
import { pairsOf, placeOf, scalarIn } from '../text/data-nodes';
import { readData } from '../text/read-data';
import { unreadSentences } from '../text/unread';
import { ChunkedText } from '../text/chunked-text';
import { isFollowedPattern, longestPattern } from '../text/path-pattern';
import { shorten } from '../text/shorten';
import { readMended, type TextSlip } from '../text/mended-yaml';
import type { Located } from '../text/offset-range';
import type { DecodedText } from '../text/encoding';
import { encodingSentence } from '../text/encoding-words';
import { longestNotice, type Configuration, type ConfigurationProblem, type IgnoreEntry } from './configuration';

const keys = 'version, gravites, ignorer, depot, pieces, controle, donnees';
const settings: readonly string[] = [...severityNames, 'off'];

/**
 * Reads a `segur.config.yaml`. What can be read counts; everything else is a problem with its line.
 * @param known ids of all rules, so that a slip in an id is told
 */
export function readConfiguration(
  { text, fault }: DecodedText,
  uri: string,
  known: ReadonlySet<string>,
): Configuration {
  const { reading, slips } = readMended(
    text,
    (one) => new ConfigurationReader(one, known).read(),
    ({ problems }) => problems.length,
  );
  const named = slips.map(({ kind, line }) => ({ sentence: slipSentences[kind], line }));
  const read = { ...reading, problems: [...named, ...reading.problems] };
  if (!fault) return { uri, text, ...read };
  const problem = { sentence: encodingSentence(fault), line: fault.line };
  return { uri, unwritable: true, ...read, problems: [problem, ...read.problems] };
}

const slipSentences = {
  conflict: {
    fr: 'conflit de fusion git non résolu : gardez l’un des textes, puis retirez les lignes « <<<<<<< », « ======= » et « >>>>>>> »',
    en: 'unresolved git merge conflict: keep one of the texts, then remove the lines “<<<<<<<”, “=======” and “>>>>>>>”',
  },
  oddSpace: {
    fr: 'espace insécable, ou d’une autre sorte, là où YAML veut une espace ordinaire : remplacez-la',
    en: 'no-break space, or one of another kind, where YAML wants an ordinary space: replace it',
  },
} satisfies Record<TextSlip['kind'], Sentence>;

const tabInMargin: Sentence = {
  fr: 'tabulation dans la marge : YAML ne veut que des espaces',
  en: 'tab in the margin: YAML takes spaces only',
};

class ConfigurationReader {
  readonly #lines: ChunkedText;
  readonly #problems: ConfigurationProblem[] = [];
  readonly #severities = new Map<string, SeveritySetting>();
  readonly #ignores: IgnoreEntry[] = [];
  #layout: EntryLayout | undefined;
  #pieceLayout: EntryLayout | undefined;
  #filingNotice: number | undefined;
  #controlFolder: string | undefined;
  #factsPath: Located<string> | undefined;
  readonly #categories: ReadonlySet<string>;

  constructor(
    readonly text: string,
    readonly known: ReadonlySet<string>,
  ) {
    this.#lines = ChunkedText.of(text);
    this.#categories = new Set([...known].map((id) => id.slice(0, id.indexOf('/'))));
  }

  read(): Pick<
    Configuration,
    'severities' | 'ignores' | 'layout' | 'pieceLayout' | 'filingNotice' | 'controlFolder' | 'factsPath' | 'problems'
  > {
    const root = this.#root();
    if (isMap(root)) {
      for (const pair of pairsOf(root)) this.#section(pair);
    } else if (root && !(isScalar(root) && root.value === '')) {
      this.#problem(root, `le fichier doit contenir des clés (${keys})`, `the file must hold keys (${keys})`);
    }
    return {
      severities: this.#severities,
      ignores: this.#ignores,
      ...(this.#layout ? { layout: this.#layout } : {}),
      ...(this.#pieceLayout ? { pieceLayout: this.#pieceLayout } : {}),
      ...(this.#filingNotice === undefined ? {} : { filingNotice: this.#filingNotice }),
      ...(this.#controlFolder === undefined ? {} : { controlFolder: this.#controlFolder }),
      ...(this.#factsPath === undefined ? {} : { factsPath: this.#factsPath }),
      problems: this.#problems,
    };
  }

  #root(): Node | null | undefined {
    const { document, unread } = readData(this.text);
    for (const error of document?.errors ?? []) {
      const malformed = { fr: `YAML mal formé (${error.message})`, en: `malformed YAML (${error.message})` };
      this.#at(error.pos[0], error.code === 'TAB_AS_INDENT' ? tabInMargin : malformed);
    }
    if (unread) this.#at(unread.at, unreadSentences[unread.reason]);
    return document?.contents;
  }

  #section({ key: at, value }: Pair<Node, Node | null>): void {
    const name = scalarIn(at);
    if (name === 'version') {
      if (scalarIn(value) !== '1') this.#problem(at, 'la version doit être 1', 'the version must be 1');
    } else if (name === 'pieces') this.#readPieces(value, at);
    else if (name === 'gravites') this.#readSeverities(value, at);
    else if (name === 'ignorer') this.#readIgnores(value, at);
    else if (name === 'depot') this.#readDeposit(value, at);
    else if (name === 'controle') this.#readControl(value, at);
    else if (name === 'donnees') this.#readFactsPath(value, at);
    else if (name === '<<')
      this.#problem(
        at,
        '« << » est une clé de fusion, que YAML 1.2 n’a plus : écrivez ces clés en toutes lettres',
        '“<<” is a merge key, which YAML 1.2 no longer has: write these keys in full',
      );
    else this.#problem(at, `clé « ${name} » inconnue (${keys})`, `unknown key “${name}” (${keys})`);
  }

  #readSeverities(value: unknown, at: Node): void {
    if (!isMap(value)) {
      this.#problem(at, '« gravites » attend « règle: gravité »', '“gravites” expects “rule: severity”');
      return;
    }
    for (const pair of pairsOf(value)) {
      const rule = scalarIn(pair.key);
      const setting = scalarIn(pair.value);
      if (!this.#isRule(rule, pair.key)) continue;
      if (isSetting(setting)) this.#severities.set(rule, setting);
      else {
        const allowed = settings.join(', ');
        this.#problem(
          pair.key,
          `gravité « ${setting} » inconnue (${allowed})`,
          `unknown severity “${setting}” (${allowed})`,
        );
      }
    }
  }

  #readIgnores(value: unknown, at: Node): void {
    if (!isSeq(value)) {
      this.#problem(at, '« ignorer » attend une liste', '“ignorer” expects a list');
      return;
    }
    for (const item of value.items) {
      if (!isMap(item)) {
        this.#problem(
          item as Node,
          'chaque élément a « fichiers », « regles » et « raison »',
          'each item has “fichiers”, “regles” and “raison”',
        );
        continue;
      }
      const files = texts(item.get('fichiers', true));
      const rules = texts(item.get('regles', true));
      const [reason] = texts(item.get('raison', true));
      if (files.length === 0) this.#problem(item, '« fichiers » manque', '“fichiers” is missing');
      for (const file of files)
        if (!isFollowedPattern(file))
          this.#problem(
            item,
            `« ${shorten(file, 80)} » n’est pas suivi : un motif a au plus ${longestPattern} caractères, et ne renvoie pas à lui-même`,
            `“${shorten(file, 80)}” is not followed: a pattern has at most ${longestPattern} characters, and refers back to nothing`,
          );
      if (reason === undefined)
        this.#problem(item, '« raison » manque : dites pourquoi', '“raison” is missing: say why');
      const known = rules.filter((rule) => this.#isRule(rule, item));
      if (known.length < rules.length && known.length === 0) continue;
      const place = { value: files.join(', '), range: placeOf(item) };
      this.#ignores.push({ files, rules: known, reason: reason ?? '', place });
    }
  }

  #readDeposit(value: unknown, at: Node): void {
    if (!isMap(value)) {
      this.#problem(at, '« depot » attend « noms » ou « preavis »', '“depot” expects “noms” or “preavis”');
      return;
    }
    for (const pair of pairsOf(value)) {
      const key = scalarIn(pair.key);
      if (key === 'noms') this.#layout = this.#readNames(pair);
      else if (key === 'preavis') this.#readNotice(pair);
      else this.#problem(pair.key, `clé « ${key} » inconnue (noms, preavis)`, `unknown key “${key}” (noms, preavis)`);
    }
  }

  #readControl(value: unknown, at: Node): void {
    if (!isMap(value)) {
      this.#problem(at, '« controle » attend « cda »', '“controle” expects “cda”');
      return;
    }
    for (const { key, value: folder } of pairsOf(value)) {
      const name = scalarIn(key);
      const [written] = texts(folder);
      if (name !== 'cda') this.#problem(key, `clé « ${name} » inconnue (cda)`, `unknown key “${name}” (cda)`);
      else if (!isScalar(folder) || written === undefined)
        this.#problem(
          key,
          '« cda » attend le chemin d’un dossier (le dépôt TestContenuCDA de l’ANS, téléchargé)',
          '“cda” expects the path of a folder (ANS’s repository TestContenuCDA, downloaded)',
        );
      else this.#controlFolder = written;
    }
  }

  #readFactsPath(value: unknown, at: Node): void {
    const [written] = texts(value);
    if (!isScalar(value) || written === undefined)
      this.#problem(
        at,
        '« donnees » attend le chemin d’un fichier YAML, ou d’un dossier de tels fichiers',
        '“donnees” expects the path of a YAML file, or of a folder of such files',
      );
    else this.#factsPath = { value: written, range: placeOf(value) };
  }

  #readPieces(value: unknown, at: Node): void {
    if (!isMap(value)) {
      this.#problem(at, '« pieces » attend « noms »', '“pieces” expects “noms”');
      return;
    }
    for (const pair of pairsOf(value)) {
      const key = scalarIn(pair.key);
      if (key === 'noms') this.#pieceLayout = this.#readNames(pair);
      else this.#problem(pair.key, `clé « ${key} » inconnue (noms)`, `unknown key “${key}” (noms)`);
    }
  }

  #readNames({ key, value }: Pair<Node, Node | null>): EntryLayout | undefined {
    if (!isScalar(value)) {
      this.#problem(key, '« noms » attend un modèle, entre guillemets', '“noms” expects a layout, in quotes');
      return undefined;
    }
    const read = parseLayout(scalarIn(value));
    if ('layout' in read) return read.layout;
    this.#problem(value, `« noms » : ${read.fault.fr}`, `“noms”: ${read.fault.en}`);
    return undefined;
  }

  #readNotice({ key, value }: Pair<Node, Node | null>): void {
    const text = scalarIn(value).trim();
    const days = /^\d{1,9}$/.test(text) ? Number(text) : undefined;
    if (days !== undefined && days <= longestNotice) this.#filingNotice = days;
    else
      this.#problem(
        key,
        `« preavis » attend un nombre entier de jours, de 0 à ${longestNotice}`,
        `“preavis” expects a whole number of days, from 0 to ${longestNotice}`,
      );
  }

  #isRule(rule: string, at: Node): boolean {
    if (this.known.has(rule) || this.#categories.has(rule)) return true;
    this.#problem(at, `règle « ${rule} » inconnue`, `unknown rule “${rule}”`);
    return false;
  }

  #problem(at: Node, fr: string, en: string): void {
    this.#at(placeOf(at).start, { fr, en });
  }

  #at(offset: number, sentence: Sentence): void {
    this.#problems.push({ sentence, line: this.#lines.position(offset).line + 1 });
  }
}

function isSetting(text: string): text is SeveritySetting {
  return settings.includes(text);
}

/** The texts of a scalar or of a list of scalars. */
function texts(node: unknown): string[] {
  const items: readonly unknown[] = isSeq(node) ? node.items : [node];
  return items.map(scalarIn).filter((text) => text.trim() !== '');
}
