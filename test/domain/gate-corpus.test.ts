import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Catalogue, ExpectedProof, Requirement } from '../../server/core/catalogue/catalogue';
import { acceptsStatement } from '../../server/core/catalogue/statement-types';
import type { EvidenceFile } from '../../server/core/evidence/evidence-file';
import { expectedApprovals } from '../../server/core/rules/agrement/absent/expected-approvals';
import { owedFor } from '../../server/core/status/expectation';
import { countByKind, filingOf } from '../../server/core/submission/gate';
import { blockerKinds, type BlockerKind } from '../../server/core/submission/gate/blocker';
import { blockerMessage } from '../../server/core/submission/gate/blocker-words';
import type { Scope } from '../../server/core/submission/scope';
import { CorpusChecker } from '../kit/corpus/check-corpus';
import { corpusDossier, type CorpusDossier, type CorpusPlan } from '../kit/corpus/corpus-dossier';
import { approvalImages, approvals } from '../kit/corpus/corpus-states';
import { SampleEvidence } from '../kit/corpus/sample-evidence';
import { catalogueOf, ourWorkbooks, realWorkbooks, workbooksIn } from '../kit/corpus/workbooks';

// A dossier of each workbook that can be filed, and one change away from it, by row of the gate's table, those that cannot.

type Json = Record<string, unknown>;

/** One change to a dossier that can be filed. Undefined where a workbook has nothing to change in this way. */
interface Mutation {
  readonly kind: BlockerKind;
  /** A proof whose file is an error is incomplete besides. */
  readonly also?: BlockerKind;
  readonly what: string;
  readonly make: (complete: Complete) => Broken | undefined;
}

interface Broken extends CorpusDossier {
  /** Another one than the workbook's. */
  readonly catalogue?: Catalogue;
  readonly scope?: Scope;
  /** What the team decided about rules. */
  readonly configuration?: string;
}

class Complete {
  readonly dossier: CorpusDossier;

  constructor(
    readonly catalogue: Catalogue,
    readonly samples: SampleEvidence,
  ) {
    this.dossier = this.with({ catalogue });
  }

  with(plan: CorpusPlan): CorpusDossier {
    return corpusDossier({ images: approvalImages, sections: { agrements: approvals }, ...plan }, this.samples);
  }

  /** With one part of the manifest changed. @returns undefined when there is nothing to change */
  changed(change: (content: Json) => boolean, evidence = this.dossier.evidence): Broken | undefined {
    const content = parse(this.dossier.main, { schema: 'failsafe' }) as Json;
    return change(content) ? { main: stringify(content, { lineWidth: 0 }), evidence } : undefined;
  }

  /** With one requirement declared not applicable. */
  setAside(value: Json, more: readonly (readonly [string, EvidenceFile])[] = []): Broken | undefined {
    const one = this.unconditional();
    return this.changed(
      ({ exigences }) => {
        if (!one) return false;
        (exigences as Json)[one.id] = { non_applicable: value };
        return true;
      },
      new Map([...this.dossier.evidence, ...more, ['preuves/na.pdf', paper]]),
    );
  }

  /** Of everybody, with something of its own to prove. */
  unconditional(): Requirement | undefined {
    return this.catalogue.requirements.find(
      (one) => one.nature === 'EXIGENCE' && one.profiles.includes('Général') && owedFor(one, () => false).length > 0,
    );
  }

  /** The piece of the first proof that is so, and its proof. */
  piece(content: Json, choose: (proof: ExpectedProof, piece: Json) => boolean): Json | undefined {
    const scenarios = [
      ...this.catalogue.requirements.flatMap(({ id, scenarios: own }) =>
        own.map((scenario) => ({ scenario, under: ((content.exigences as Json)[id] as Json | null)?.scenarios })),
      ),
      ...this.catalogue.coreScenarios.map((scenario) => ({ scenario, under: content.scenarios })),
    ];
    for (const { scenario, under } of scenarios) {
      const written = (under as Json | undefined)?.[scenario.id] as { preuves?: Json } | undefined;
      for (const proof of scenario.proofs) {
        const [piece] = (written?.preuves?.[proof.id] ?? []) as Json[];
        if (piece && choose(proof, piece)) return piece;
      }
    }
    return undefined;
  }

  /** With the first such piece changed. */
  withPiece(choose: (proof: ExpectedProof, piece: Json) => boolean, change: (piece: Json) => void): Broken | undefined {
    return this.changed((content) => {
      const piece = this.piece(content, choose);
      if (piece) change(piece);
      return piece !== undefined;
    });
  }
}

const paper: EvidenceFile = {
  state: 'file',
  size: 2000,
  sha256: '5'.repeat(64),
  text: false,
  detected: { extension: 'pdf', mime: 'application/pdf' },
  inspection: { pdf: { encrypted: false, signatures: [], textLayer: true } },
};
const unsigned: EvidenceFile = {
  ...paper,
  inspection: { pdf: { encrypted: false, signatures: [], textLayer: true, unsignedDraft: true } },
};
const why = 'Le logiciel ne gère pas cette fonction.';

const remove =
  (section: string, key: string) =>
  (complete: Complete): Broken | undefined =>
    complete.changed((content) => Reflect.deleteProperty(content[section] as Json, key));
const set =
  (section: string, key: string, value: unknown) =>
  (complete: Complete): Broken | undefined =>
    complete.changed((content) => Reflect.set(content[section] as Json, key, value));

const withApproval =
  (change: (list: Json[], at: number) => void) =>
  (complete: Complete): Broken | undefined => {
    const needed = expectedApprovals(complete.catalogue.dispositif).find(({ stated }) => stated);
    return complete.changed((content) => {
      const list = content.agrements as Json[];
      const at = list.findIndex(({ teleservice }) => teleservice === needed?.teleservice);
      if (at < 0) return false;
      change(list, at);
      return true;
    });
  };

const isShown = ({ types }: ExpectedProof, piece: Json): boolean =>
  acceptsStatement(types) === false && 'fichier' in piece && !String(piece.fichier).endsWith('.pdf');
const instead = (piece: Json): void => {
  piece.declaration = piece.fichier;
  delete piece.fichier;
};
/** A piece that has the family of the slot, so that the rules have nothing to say of it. */
const standsIn =
  (choose: (proof: ExpectedProof) => boolean) =>
  (complete: Complete): Broken | undefined =>
    complete.withPiece((proof, piece) => isShown(proof, piece) && choose(proof), instead);

/** Another file in place of the first one that is a screenshot or a film. */
const otherFile =
  (path: string, file: EvidenceFile) =>
  (complete: Complete): Broken | undefined => {
    // Anything that takes no text: a journal under a name that says nothing is still a journal.
    const isScreen = (proof: ExpectedProof, piece: Json): boolean =>
      isShown(proof, piece) && proof.types.every((type) => ['video', 'capture_ecran', 'demonstration'].includes(type));
    const broken = complete.withPiece(isScreen, (piece) => {
      for (const key of ['sha256', 'revue']) Reflect.deleteProperty(piece, key);
      piece.fichier = path;
    });
    return broken && { ...broken, evidence: new Map([...broken.evidence, [path, file]]) };
  };

/** The paper of a needed approval replaced. */
const otherPaper =
  (path: string, file: EvidenceFile) =>
  (complete: Complete): Broken | undefined => {
    const broken = withApproval((list, at) => Object.assign(list[at] ?? {}, { piece: path }))(complete);
    return broken && { ...broken, evidence: new Map([...broken.evidence, [path, file]]) };
  };

const binary: EvidenceFile = { state: 'file', size: 40, sha256: '6'.repeat(64), text: false, inspection: {} };
const text: EvidenceFile = { ...binary, text: true };
const cut: EvidenceFile = { ...binary, inspection: { damage: { code: 'truncated', offset: 40 } } };

const withoutProofs = (catalogue: Catalogue): Catalogue => ({
  ...catalogue,
  requirements: catalogue.requirements.map((one) => {
    const bare = { ...one, scenarios: one.scenarios.map((scenario) => ({ ...scenario, proofs: [] })) };
    // Of other texts the fingerprint is another one, too.
    Reflect.deleteProperty(bare, 'fingerprint');
    return bare;
  }),
  coreScenarios: [],
});

const draftIn =
  (key: 'fichier' | 'declaration') =>
  (complete: Complete): Broken | undefined => {
    const broken = complete.withPiece(
      ({ types }) => acceptsStatement(types) === true && types.includes('attestation_honneur'),
      (piece) => {
        for (const one of Object.keys(piece)) Reflect.deleteProperty(piece, one);
        Object.assign(piece, { [key]: 'preuves/brouillon.pdf', date: '2026-11-02', version: '12.4.0' });
      },
    );
    return broken && { ...broken, evidence: new Map([...broken.evidence, ['preuves/brouillon.pdf', unsigned]]) };
  };

const ofOldVersion = (complete: Complete): Broken | undefined =>
  complete.withPiece(
    (_, piece) => 'version' in piece,
    (piece) => (piece.version = '11.0.0'),
  );
const withConfiguration = (broken: Broken | undefined, configuration: string): Broken | undefined =>
  broken && { ...broken, configuration: `version: 1\n${configuration}\n` };

const mutations: readonly Mutation[] = [
  {
    kind: 'scope',
    what: 'a chapter that does not exist',
    make: ({ dossier }) => ({ ...dossier, scope: { chapters: ['Inconnu'] } }),
  },
  {
    kind: 'scope',
    what: 'one such chapter among those that do',
    make: ({ dossier, catalogue }) => ({
      ...dossier,
      scope: { chapters: [...catalogue.chapters.map(({ name }) => name), 'Inconnu'] },
    }),
  },
  { kind: 'finding', what: 'an unknown key', make: set('dossier', 'inconnue', 'x') },
  { kind: 'finding', what: 'a date that is none', make: set('dossier', 'depot_vise', 'bientôt') },
  {
    kind: 'status',
    what: 'a proof without evidence',
    make: (complete) =>
      complete.changed((content) => {
        const one = complete.unconditional();
        if (one) (content.exigences as Json)[one.id] = { commentaire: 'À filmer.' };
        return one !== undefined;
      }),
  },
  { kind: 'finding', also: 'status', what: 'keys for a demonstration', make: otherFile('preuves/id_rsa', text) },
  {
    kind: 'finding',
    also: 'status',
    what: 'an unfinished download',
    make: otherFile('preuves/film.mp4.crdownload', binary),
  },
  { kind: 'finding', also: 'status', what: 'a file of the system', make: otherFile('preuves/Thumbs.db', binary) },
  { kind: 'finding', also: 'status', what: 'a shortcut', make: otherFile('preuves/film.lnk', binary) },
  { kind: 'finding', also: 'status', what: 'a program', make: otherFile('preuves/film.exe', binary) },
  {
    kind: 'finding',
    also: 'status',
    what: 'a film that is only its beginning',
    make: otherFile('preuves/film.avi', cut),
  },
  { kind: 'finding', also: 'status', what: 'a picture that is none', make: otherFile('preuves/ecran.heic', binary) },
  { kind: 'status', what: 'a file of which nothing is known', make: otherFile('preuves/piece', binary) },
  { kind: 'status', what: 'a text under a name that says nothing', make: otherFile('preuves/piece.xyz', text) },
  {
    kind: 'status',
    what: 'a text that changed since',
    make: (complete) =>
      complete.changed((content) => {
        const one = complete.unconditional();
        const entry = one && ((content.exigences as Json)[one.id] as Json);
        if (entry?.empreinte === undefined) return false;
        entry.empreinte = '00000000';
        return true;
      }),
  },
  {
    kind: 'status',
    what: 'a piece of another version',
    make: ofOldVersion,
  },
  {
    kind: 'status',
    what: 'a piece of another version, and the rule switched off',
    make: (complete) => withConfiguration(ofOldVersion(complete), 'gravites: { preuve: off }'),
  },
  {
    kind: 'status',
    what: 'a piece of another version, ignored for no reason',
    make: (complete) => withConfiguration(ofOldVersion(complete), 'ignorer: [{ fichiers: "**", raison: "non" }]'),
  },
  {
    kind: 'status',
    what: 'a piece that is not there, ignored for a reason',
    make: (complete) =>
      withConfiguration(
        complete.withPiece(
          (_, piece) => 'fichier' in piece,
          (piece) => (piece.fichier = 'preuves/absente.png'),
        ),
        'ignorer: [{ fichiers: "**", raison: "Le film est chez le sous-traitant" }]',
      ),
  },
  {
    kind: 'finding',
    what: 'a manifest that is broken, and its rules switched off',
    make: ({ dossier }) =>
      withConfiguration({ ...dossier, main: `${dossier.main}zz: [\n` }, 'gravites: { yaml: off, manifeste: off }'),
  },
  {
    kind: 'finding',
    what: 'a broken configuration that would silence itself',
    make: ({ dossier }) => withConfiguration(dossier, 'gravites: { configuration: off }\ninconnue: 1'),
  },
  {
    kind: 'identity',
    what: 'a version that nobody numbered',
    make: ({ dossier }) => ({ ...dossier, main: dossier.main.replaceAll('12.4.0', '0.0.0') }),
  },
  { kind: 'identity', what: 'no vendor', make: remove('editeur', 'denomination') },
  { kind: 'identity', what: 'no SIRET', make: remove('editeur', 'siret') },
  { kind: 'identity', what: 'a wrong SIRET', make: set('editeur', 'siret', '73282932000075') },
  { kind: 'identity', what: 'a software without name', make: set('logiciel', 'nom', 'à compléter') },
  { kind: 'identity', what: 'no version', make: remove('logiciel', 'version') },
  {
    kind: 'nothingToProve',
    what: 'all is set aside',
    make: (complete) => {
      const { catalogue } = complete;
      const { main, evidence } = complete.with({ catalogue, treat: () => 'notApplicable' });
      const content = parse(main, { schema: 'failsafe' }) as Json;
      for (const id of Object.keys((content.scenarios as Json | undefined) ?? {}))
        (content.scenarios as Json)[id] = { non_applicable: { justification: why, declaration: 'preuves/na.pdf' } };
      return {
        main: stringify(content, { lineWidth: 0 }),
        evidence: new Map([...evidence, ['preuves/na.pdf', paper]]),
      };
    },
  },
  {
    kind: 'nothingToProve',
    what: 'a catalogue that expects no proof',
    make: (complete) => {
      const catalogue = withoutProofs(complete.catalogue);
      return { ...complete.with({ catalogue }), catalogue };
    },
  },
  {
    kind: 'nothingToProve',
    what: 'a catalogue without requirement',
    make: (complete) => {
      const catalogue = { ...complete.catalogue, requirements: [], coreScenarios: [], profiles: [] };
      return { ...complete.with({ catalogue }), catalogue };
    },
  },
  {
    kind: 'setAside',
    what: 'set aside for no reason',
    make: (complete) => complete.setAside({ justification: 'N/A', declaration: 'preuves/na.pdf' }),
  },
  {
    kind: 'setAside',
    what: 'set aside because it will be done later',
    make: (complete) => complete.setAside({ justification: 'Pas le temps, plus tard', declaration: 'preuves/na.pdf' }),
  },
  {
    kind: 'setAside',
    what: 'set aside with its own statement for a reason',
    make: (complete) =>
      complete.setAside({ justification: complete.unconditional()?.text ?? '', declaration: 'preuves/na.pdf' }),
  },
  {
    kind: 'setAside',
    what: 'set aside without a piece',
    make: (complete) => complete.setAside({ justification: why }),
  },
  {
    kind: 'setAside',
    what: 'set aside with a piece that is not there',
    make: (complete) => complete.setAside({ justification: why, declaration: 'preuves/absente.pdf' }),
  },
  {
    kind: 'setAside',
    what: 'set aside with a piece that is cut',
    make: (complete) =>
      complete.setAside({ justification: why, declaration: 'preuves/coupee.pdf' }, [['preuves/coupee.pdf', cut]]),
  },
  {
    kind: 'setAside',
    what: 'set aside with a piece of which nothing is known',
    make: (complete) =>
      complete.setAside({ justification: why, declaration: 'preuves/piece' }, [['preuves/piece', binary]]),
  },
  {
    kind: 'setAside',
    what: 'set aside with our unsigned draft',
    make: (complete) =>
      complete.setAside({ justification: why, declaration: 'preuves/brouillon.pdf' }, [
        ['preuves/brouillon.pdf', unsigned],
      ]),
  },
  {
    kind: 'setAside',
    what: 'all its scenarios set aside without a piece',
    make: (complete) =>
      complete.changed((content) => {
        const one = complete.unconditional();
        if (!one) return false;
        const scenarios = one.scenarios.map(({ id }) => [id, { non_applicable: { justification: why } }]);
        (content.exigences as Json)[one.id] = { scenarios: Object.fromEntries(scenarios) as Json };
        return true;
      }),
  },
  {
    kind: 'declarationForDemonstration',
    what: 'a statement for a screen',
    make: standsIn(({ types }) => types.includes('capture_ecran')),
  },
  {
    kind: 'declarationForDemonstration',
    what: 'a statement for a film',
    make: standsIn(({ types }) => types.includes('video')),
  },
  { kind: 'declarationForDemonstration', what: 'a statement for anything shown', make: standsIn(() => true) },
  { kind: 'unsignedDraft', what: 'an unsigned statement, as a statement', make: draftIn('declaration') },
  { kind: 'unsignedDraft', what: 'an unsigned statement, as a file', make: draftIn('fichier') },
  { kind: 'approval', what: 'no request', make: withApproval((list, at) => list.splice(at, 1)) },
  {
    kind: 'approval',
    what: 'a request that is too early',
    make: withApproval((list, at) => Object.assign(list[at] ?? {}, { statut: 'Initialisation', obtenu_le: undefined })),
  },
  { kind: 'approval', what: 'no paper', make: withApproval((list, at) => delete list[at]?.piece) },
  { kind: 'approval', what: 'a paper that is cut', make: otherPaper('preuves/cnda/coupee.png', cut) },
  { kind: 'approval', what: 'a paper of which nothing is known', make: otherPaper('preuves/cnda/piece', binary) },
  {
    kind: 'approval',
    what: 'another request that says it is too early',
    make: withApproval((list, at) => {
      const other: Json = { ...list[at], statut: 'Initialisation' };
      delete other.obtenu_le;
      list.push(other);
    }),
  },
];

describe('the gate, over a corpus of dossiers', function () {
  this.timeout(60_000);
  let samples: SampleEvidence;
  const tried = new Map<BlockerKind, number>();

  before(async () => {
    samples = await SampleEvidence.read();
  });

  for (const path of [...workbooksIn(ourWorkbooks), ...workbooksIn(realWorkbooks)]) {
    describe(`of ${basename(path, '.xlsx')}`, () => {
      let complete: Complete;
      let checker: CorpusChecker;
      before(async () => {
        const catalogue = await catalogueOf(path);
        complete = new Complete(catalogue, samples);
        checker = new CorpusChecker(catalogue);
      });

      const said = async ({ catalogue, configuration, scope = {}, ...dossier }: Broken) => {
        const isOther = catalogue !== undefined || configuration !== undefined;
        const by = isOther ? new CorpusChecker(catalogue ?? complete.catalogue, configuration) : checker;
        const { blockers, isPossible } = filingOf(await by.check(dossier), scope);
        assert.equal(isPossible, blockers.length === 0);
        return { blockers, kinds: countByKind(blockers).map(([kind]) => kind) };
      };

      it('a dossier in which everything is there can be filed, whole or chapter by chapter', async () => {
        assert.deepEqual((await said(complete.dossier)).kinds, []);
        for (const { name } of complete.catalogue.chapters) {
          const { kinds } = await said({ ...complete.dossier, scope: { chapters: [name] } });
          assert.ok(kinds.length === 0 || (kinds.length === 1 && kinds[0] === 'nothingToProve'), name);
        }
      });

      const asideOf = (of: Complete) =>
        of.setAside({ justification: why, declaration: 'preuves/na.pdf' }) ?? of.dossier;

      it('so can one in which a requirement is set aside for a reason, with its piece', async () => {
        const { kinds } = await said(asideOf(complete));
        // Where it was the only one, there is nothing left to prove.
        const isOnly = complete.catalogue.requirements.filter((one) => owedFor(one, () => false).length > 0).length < 2;
        assert.deepEqual(kinds, isOnly && complete.catalogue.coreScenarios.length === 0 ? ['nothingToProve'] : []);
      });

      for (const { kind, also, what, make } of mutations) {
        it(`refused, ${kind}: ${what}`, async function () {
          const broken = make(complete);
          if (!broken) {
            this.skip();
            return;
          }
          const { kinds, blockers } = await said(broken);
          // What is set aside rightly leaves nothing to prove where it was all there was.
          const rightly = kind === 'setAside' ? await said(asideOf(complete)) : undefined;
          assert.deepEqual(
            kinds,
            [...(rightly?.kinds ?? []), kind, ...(also ? [also] : [])],
            blockers.map((one) => blockerMessage(one, 'fr')).join('\n'),
          );
          tried.set(kind, (tried.get(kind) ?? 0) + 1);
        });
      }
    });
  }

  after(() => {
    for (const kind of blockerKinds) assert.ok((tried.get(kind) ?? 0) >= 2, kind);
  });
});
