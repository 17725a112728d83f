import { commonPath } from '../../../evidence/evidence-path';
import type { Scenario } from '../../../catalogue/catalogue';
import type { EntryValue } from '../../../dossier/entry-pages';
import type { ResolvedProof } from '../../../dossier/dossier';
import type { Related } from '../../../findings/finding';
import { foldedName } from '../../../evidence/product-name';
import type { ReportedDocument, ValidationReportFacts } from '../../../evidence/inspection';
import { shift } from '../../../text/offset-range';
import { citedFile, citedPath, type CitedFile } from '../../cited-files';
import { clipList } from '../../clip';
import type { EntryContext, Note, Placed, Rule } from '../../rule';
import { sources } from '../../sources';
import { taking } from '../../taking-notes';
import { proofTarget } from '../../target';
import { fileNameOf } from '../../../text/file-name';

/** Tools that judge one document. */
const judges: ReadonlySet<ValidationReportFacts['tool']> = new Set(['gazelle', 'schematron', 'fhir', 'verapdf']);
const mostRelated = 20;

export const rule: Rule = {
  meta: {
    id: 'preuve/rapport-autre-document',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Un rapport de validation porte sur un autre document que ceux qui sont cités.',
      en: 'A validation report is about another document than those cited.',
    },
    why: {
      fr: 'Un rapport ne prouve que le document qu’il a validé. Sont comparés l’empreinte du contenu qu’il porte (EVSClient, Gazelle), sinon le nom et la taille (veraPDF), sinon le nom du fichier (SVRL, OperationOutcome), aux fichiers cités dans le dossier : un contenu différent sous le même nom est un avertissement. Un rapport qui nomme un document que rien ne cite, ou qui n’en nomme aucun quand son scénario cite plusieurs documents dont aucun ne porte son nom, est une indication, une fois par dossier. Rien n’est dit d’un rapport de tests, ni d’un rapport dont le scénario ne cite aucun document ; les archives, images et liens ne sont pas regardés.',
      en: 'A report proves only the document that it validated. What is compared with the files cited in the dossier is the digest of the content that it carries (EVSClient, Gazelle), else name and size (veraPDF), else the name of the file (SVRL, OperationOutcome): other content under the same name is a warning. A report that names a document which nothing cites, or names none while its scenario cites several documents none of which bears its name, is a hint, once for each dossier. Nothing is said of test reports, nor of a report whose scenario cites no document; archives, pictures and links are not looked at.',
    },
    avoid:
      '- fichier: preuves/cr.xml          # modifié depuis\n- fichier: preuves/cr-rapport.json  # porte le contenu d’avant',
    prefer: '- fichier: preuves/cr.xml\n- fichier: preuves/cr-rapport.json  # porte ce contenu',
    source: sources.content,
    messages: {
      changed: {
        fr: '« {path} » a validé un autre contenu de « {document} » que celui qui est cité : validez le fichier cité, ou citez celui qui a été validé.',
        en: '“{path}” validated other content of “{document}” than what is cited: validate the file cited, or cite the one that was validated.',
      },
      untied: {
        fr: '{count, plural, one {Un rapport de validation ne se rattache} other {# rapports de validation ne se rattachent}} à aucun document cité ({paths}) : citez le document validé, ou donnez au rapport un nom qui commence par le sien.',
        en: '{count, plural, one {One validation report is} other {# validation reports are}} not tied to any document cited ({paths}): cite the document that was validated, or give the report a name that begins with its name.',
      },
      document: { fr: 'Le document cité.', en: 'The document cited.' },
      piece: { fr: 'Le rapport cité.', en: 'The report cited.' },
    },
  },
  ...taking<Piece>({
    notes: (entry, context) => [...piecesOf(entry, context)],
    noted(notes, { main }, report) {
      if (notes.every(({ note }) => note.documents === undefined)) return;
      const documents = new CitedDocuments(notes.filter(({ note }) => note.documents === undefined));
      const untied: Placed<Piece>[] = [];
      for (const placed of notes) {
        const { note, uri, base } = placed;
        if (note.documents === undefined) continue;
        const changed = documents.otherContent(note.documents);
        if (changed) {
          const related = [
            { uri: changed.uri, range: shift(changed.note.range, changed.base), message: 'document', args: {} },
          ];
          const target = proofTarget(note.proof, note.path);
          const args = { path: note.path, document: changed.note.name };
          report(uri, shift(note.range, base), 'changed', args, { effect: 'review', target, related });
        } else if (documents.isUntied(note)) untied.push(placed);
      }
      if (untied.length === 0) return;
      const places = new Map<string, Related>();
      for (const { uri, base, note } of untied)
        if (!places.has(note.path))
          places.set(note.path, { uri, range: shift(note.range, base), message: 'piece', args: {} });
      const head = main.parsed.keys.find(({ value }) => value === 'dossier')?.range ?? { start: 0, end: 1 };
      const args = { count: places.size, paths: clipList([...places.keys()]) };
      report(main.uri, head, 'untied', args, { severity: 'info', related: [...places.values()].slice(0, mostRelated) });
    },
  }),
};

/** A file cited that is a report of a document, or a document that one may be about. */
interface Piece extends Note {
  readonly proof: ResolvedProof;
  readonly path: string;
  /** Of the file, without its folders. */
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  /** What a report is about, empty when it does not say; absent of a document. */
  readonly documents?: readonly ReportedDocument[];
}

function* piecesOf(entry: EntryValue, context: EntryContext): Generator<Piece> {
  const proofs = 'scenarios' in entry ? entry.scenarios.flatMap(({ proofs: inside }) => inside) : entry.proofs;
  for (const proof of proofs) {
    for (const item of proof.facts.evidence) {
      const file = citedFile(item, context);
      const path = file && citedPath(file.path);
      if (!file || path === undefined) continue;
      const { validation } = file.inspection;
      if (validation?.where === undefined && validation && judges.has(validation.tool))
        yield { ...pieceOf(file, path, proof), documents: validation.documents ?? [] };
      else if (mayBeValidated(file)) yield pieceOf(file, path, proof);
    }
  }
}

function pieceOf({ path: { range }, content: { size, sha256 } }: CitedFile, path: string, proof: ResolvedProof): Piece {
  return { range, proof, path, name: fileNameOf(commonPath(path) ?? path), size, sha256 };
}

/** A document that a validator reads; other files are none. */
function mayBeValidated({ inspection: { cda, hl7, pdf, xml, validation }, path: { value } }: CitedFile): boolean {
  if (validation) return false;
  return cda !== undefined || hl7 !== undefined || pdf !== undefined || xml !== undefined || /\.json$/i.test(value);
}

/** The documents of a dossier, by what a report may say of one: many reports are asked about many documents. */
class CitedDocuments {
  readonly #bySha256 = new Map<string, Placed<Piece>[]>();
  readonly #byName = new Map<string, Placed<Piece>[]>();
  readonly #byScenario = new Map<Scenario, Placed<Piece>[]>();

  constructor(documents: readonly Placed<Piece>[]) {
    const add = <K>(map: Map<K, Placed<Piece>[]>, key: K, one: Placed<Piece>): void => {
      const list = map.get(key);
      if (list) list.push(one);
      else map.set(key, [one]);
    };
    for (const one of documents) {
      const { sha256, name, proof } = one.note;
      add(this.#bySha256, sha256, one);
      add(this.#byName, foldedFile(name), one);
      if (proof.scenario) add(this.#byScenario, proof.scenario, one);
    }
  }

  /** The document cited under a name that the report gives, of another content; undefined where one of them is the validated. */
  otherContent(reported: readonly ReportedDocument[]): Placed<Piece> | undefined {
    let other: Placed<Piece> | undefined;
    for (const one of reported) {
      const { name, size, sha256 } = one;
      const named = this.#named(name);
      if (this.#isCited(one)) return undefined;
      if (sha256 === undefined && named.some(({ note }) => size === undefined || note.size === size)) return undefined;
      other ??= named[0];
    }
    return other;
  }

  isUntied({ documents: reported = [], name, proof }: Piece): boolean {
    // Of a proof that asks for the report alone, the document lies elsewhere.
    const near = (proof.scenario && this.#byScenario.get(proof.scenario)) ?? [];
    if (near.length === 0) return false;
    if (reported.length > 0) {
      return !reported.some((one) => this.#isCited(one) || this.#named(one.name).length > 0);
    }
    if (new Set(near.map(({ note }) => note.path)).size < 2) return false;
    return !near.some(({ note }) => bearsName(name, note.name));
  }

  /** By its content, whatever its line ends. */
  #isCited({ sha256, alike = [] }: ReportedDocument): boolean {
    return sha256 !== undefined && [sha256, ...alike].some((digest) => this.#bySha256.has(digest));
  }

  #named(name: string | undefined): readonly Placed<Piece>[] {
    return name === undefined ? [] : (this.#byName.get(foldedFile(name)) ?? []);
  }
}

function foldedFile(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Whether the name of the report has that of the document in it, or the other way about: `cr-bio-rapport.xml`. */
function bearsName(report: string, document: string): boolean {
  const [one, other] = [stemOf(report), stemOf(document)];
  return ` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `);
}

function stemOf(name: string): string {
  const stem = foldedName(name.replace(/\.[^.]*$/, ''));
  const words = stem
    .split(' ')
    .filter((word) => !/^(?:rapports?|reports?|validations?|resultats?|results?|gazelle|evs|svrl|verapdf)$/.test(word));
  return words.length > 0 ? words.join(' ') : stem;
}
