import { pieceUri } from '../../core/dossier/piece-uri';
import type { Piece, PiecesDossier, PieceState } from '../../../protocol/requests/pieces';
import type { Analysis } from '../../core/engine/analyse';
import type { EvidenceFile } from '../../core/evidence/evidence-file';
import { safePiecePath } from '../../core/evidence/evidence-path';
import { citedPieces } from '../../core/manifest/cited-pieces';
import { approvalPaths, evidencePath } from '../../core/manifest/facts';
import { say, type Locale, type Sentence } from '../../core/messages/say';
import { shift, type OffsetRange } from '../../core/text/offset-range';
import { under } from '../../core/text/uri';
import { Places } from '../compliance/places';

const orphanRule = 'preuve/orpheline';

const words: Readonly<Record<PieceState, Sentence>> = {
  cited: { fr: 'citée', en: 'cited' },
  unlooked: { fr: 'pas encore lue', en: 'not looked at yet' },
  orphan: { fr: 'orpheline : citée nulle part', en: 'orphan: cited nowhere' },
  duplicate: { fr: 'même contenu que {other}', en: 'same content as {other}' },
  changed: { fr: 'changée depuis son empreinte', en: 'changed since its digest' },
  unread: { fr: 'illisible', en: 'not readable' },
  missing: { fr: 'fichier introuvable', en: 'file not found' },
};

const times: Sentence = {
  fr: 'citée {count, plural, one {# fois} other {# fois}}',
  en: 'cited {count, plural, one {# time} other {# times}}',
};

interface Use {
  readonly label: string;
  readonly uri: string;
  readonly range: OffsetRange;
  /** The digest that was written when it was cited. */
  readonly sha256?: string;
}

/** The files that a dossier cites, and those that lie beside them and that nothing cites. Nothing out of its folder is told. */
export function piecesOf(analysis: Analysis, locale: Locale): PiecesDossier {
  const { dossier } = analysis;
  const places = new Places(dossier);
  const uses = usesOf(analysis);
  for (const { rule, target } of analysis.findings) {
    if (rule === orphanRule && target?.path !== undefined && !uses.has(target.path)) uses.set(target.path, []);
  }
  const byDigest = new Map<string, string[]>();
  for (const path of uses.keys()) {
    const file = analysis.evidenceFile(path);
    if (file?.state === 'file' && file.size > 0)
      byDigest.set(file.sha256, [...(byDigest.get(file.sha256) ?? []), path]);
  }
  const pieces = [...uses].map(([path, own]): Piece => {
    const file = analysis.evidenceFile(path);
    const twin = file?.state === 'file' ? byDigest.get(file.sha256)?.find((other) => other !== path) : undefined;
    const state = stateOf(own, file, twin);
    const count = own.length === 0 ? [] : [say(times, locale, { count: own.length })];
    const told = state === 'cited' ? [] : [say(words[state], locale, { other: twin ?? '' })];
    return {
      path,
      uri: pieceUri(dossier, path) ?? under(dossier.rootUri, path),
      state,
      description: [...told, ...count].join(' · '),
      uses: own.map(({ label, uri, range }) => ({ label, place: places.at(uri, 0, range) })),
    };
  });
  const { software, dossier: head } = dossier.main.parsed;
  return {
    uri: dossier.main.uri,
    label: software?.facts.name?.value ?? head?.facts.dispositif?.value ?? dossier.main.path,
    pieces: pieces.sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

function stateOf(uses: readonly Use[], file: EvidenceFile | undefined, twin: string | undefined): PieceState {
  if (uses.length === 0) return 'orphan';
  if (!file) return 'unlooked';
  if (file.state === 'absent') return 'missing';
  if (file.state !== 'file') return 'unread';
  const digests = uses.flatMap(({ sha256 }) => sha256?.toLowerCase() ?? []);
  if (digests.some((digest) => digest !== file.sha256)) return 'changed';
  return twin === undefined ? 'cited' : 'duplicate';
}

/** Every citation of a file of the dossier's folder, by the path in its normal form. */
function usesOf({ dossier }: Analysis): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  const add = (written: string | undefined, use: Use): void => {
    const path = written === undefined ? undefined : safePiecePath(written);
    if (path === undefined) return;
    const known = uses.get(path);
    if (known) known.push(use);
    else uses.set(path, [use]);
  };
  for (const { uri, parsed } of [dossier.main, ...dossier.fragments]) {
    const scenarios = [
      ...parsed.requirements.flatMap(({ base, facts }) => facts.scenarios.map((one) => ({ base, one }))),
      ...parsed.coreScenarios.map(({ base, facts }) => ({ base, one: facts })),
    ];
    for (const { base, one } of scenarios) {
      for (const { id, evidence } of one.proofs) {
        for (const item of evidence) {
          const sha256 = item.sha256?.value;
          const range = shift(item.range, base);
          add(evidencePath(item)?.value, { label: id.value, uri, range, ...(sha256 ? { sha256 } : {}) });
        }
      }
      const declaration = one.notApplicable?.declaration;
      if (declaration) add(declaration.value, { label: one.id.value, uri, range: shift(declaration.range, base) });
    }
    for (const { base, facts } of parsed.requirements) {
      const declaration = facts.notApplicable?.declaration;
      if (declaration) add(declaration.value, { label: facts.id.value, uri, range: shift(declaration.range, base) });
    }
    for (const { base, facts } of parsed.approvals) {
      for (const path of approvalPaths(facts)) {
        add(path.value, { label: facts.teleservice?.value ?? 'agrements', uri, range: shift(path.range, base) });
      }
    }
    for (const { section, value, range } of citedPieces(parsed)) add(value, { label: section, uri, range });
  }
  return uses;
}
