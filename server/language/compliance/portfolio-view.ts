import type { ViewGroup, ViewNode } from '../../../protocol/compliance-view';
import { commonPieces, isMissing } from '../../core/holdings/common-pieces';
import { productOf, waveOf, type Holding } from '../../core/holdings/holding';
import { portfolioFindings } from '../../core/holdings/portfolio-findings';
import { commonState, inGroups } from '../../core/holdings/portfolio-report';
import { portfolioWords as words } from '../../core/holdings/portfolio-words';
import { FindingWords } from '../../core/engine/render-finding';
import { say, type Locale } from '../../core/messages/say';
import { rules } from '../../core/rules/registry';
import { wholeOf } from '../../core/status/compliance';
import { noCounts, totalOf, type Status } from '../../core/status/status';
import { statusWords } from '../../core/status/status-words';
import { ChunkedText } from '../../core/text/chunked-text';
import { nameOf, under } from '../../core/text/uri';
import { standing } from '../code-lens';
import { ManifestDocument } from '../manifest-document';
import { labelled } from '../labelled';
import { plain } from '../markdown';
import { dossierText } from '../portfolio/portfolio-hover';
import { rangeIn } from '../positions';
import type { HeldDossiers } from '../session/held-dossiers';

/** A portfolio as the *Conformité* tree shows it: its products, their waves, and in these the dossiers. */
export function portfolioView({ portfolio, holdings }: HeldDossiers, locale: Locale): ViewGroup {
  const { uri, parsed } = portfolio;
  const document = ManifestDocument.holding(uri, ChunkedText.of(parsed?.text ?? ''));
  const findingWords = new FindingWords(rules);
  const findings = portfolioFindings(portfolio, holdings);
  const problems = findings.map((finding, index): ViewNode => ({
    id: `problem:${index}`,
    kind: 'problem',
    label: findingWords.message(finding, locale),
    status: 'incomplete',
    statusLabel: say(statusWords.incomplete, locale),
    place: { uri, range: rangeIn(document, finding.range) },
    children: [],
  }));
  const common = commonNode(portfolio, holdings, locale);
  const node: ViewNode = {
    id: `portfolio:${uri}`,
    kind: 'portfolio',
    label: say(words.title, locale),
    ...wholeText(holdings, locale, nameOf(portfolio.folderUri)),
    place: { uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
    children: [...problems, ...(common ? [common] : [])],
  };
  const products = groupedBy(inGroups(holdings), (one) => productOf(one) ?? say(words.unknownProduct, locale));
  return {
    node,
    groups: products.map(([product, own]) => ({
      node: { id: `product:${product}`, kind: 'product', label: product, ...wholeText(own, locale), children: [] },
      groups: groupedBy(own, (one) => waveText(one, locale)).map(([wave, dossiers]) => ({
        node: {
          id: `wave:${wave}`,
          kind: 'wave',
          label: wave,
          ...wholeText(dossiers, locale),
          tooltip: dossiers.map((one) => dossierText(one, locale)).join('\n\n'),
          children: [],
        },
        groups: [],
        dossiers: dossiers.map(({ analysis }) => analysis.dossier.main.uri),
      })),
      dossiers: [],
    })),
    dossiers: [],
  };
}

function waveText(holding: Holding, locale: Locale): string {
  const wave = waveOf(holding);
  return wave === undefined ? say(words.unknownWave, locale) : say(words.waveNumber, locale, { wave });
}

/** In the order in which the keys come first. */
function groupedBy(holdings: readonly Holding[], key: (one: Holding) => string): [string, Holding[]][] {
  const groups = new Map<string, Holding[]>();
  for (const one of holdings) {
    const list = groups.get(key(one));
    if (list) list.push(one);
    else groups.set(key(one), [one]);
  }
  return [...groups];
}

/** State and figures of some dossiers together, as those of the parts of one dossier. */
function wholeText(holdings: readonly Holding[], locale: Locale, before?: string) {
  const { status, counts } = wholeOf(
    holdings.map(({ analysis }) => analysis.compliance() ?? { status: 'unknown' as Status, counts: noCounts }),
  );
  const text = standing(status, counts, locale);
  return {
    description: before === undefined || before === '' ? text : `${before} · ${text}`,
    status,
    statusLabel: say(statusWords[status], locale),
    counts: { ...counts, total: totalOf(counts) },
  };
}

/** The pieces that dossiers share, with those that rest on each. */
function commonNode(
  { uri }: HeldDossiers['portfolio'],
  holdings: readonly Holding[],
  locale: Locale,
): ViewNode | undefined {
  const pieces = commonPieces(holdings);
  const folder = holdings.find(({ analysis }) => analysis.dossier.common)?.analysis.dossier.common?.folderUri;
  const children = pieces.map((piece): ViewNode => {
    const { path, file, users } = piece;
    const state = commonState(piece, locale);
    const isChanged = users.some((one) => one.isChanged);
    const status = isMissing(piece) || isChanged ? 'incomplete' : file === undefined ? 'unknown' : 'provided';
    const lines = users.map(({ dossier, ids }) => labelled(plain(dossier), plain(ids.join(', ')), locale));
    return {
      id: `commonPiece:${path}`,
      kind: 'commonPiece',
      label: path,
      description: `${state} · ${users.map(({ dossier }) => dossier).join(', ')}`,
      tooltip: lines.map((line) => `- ${line}`).join('\n'),
      status,
      statusLabel: state,
      ...(folder !== undefined && file?.state === 'file' ? { fileUri: under(folder, path) } : {}),
      children: [],
    };
  });
  const worst = children.find(({ status }) => status === 'incomplete') ?? children[0];
  if (!worst) return undefined;
  return {
    id: `common:${uri}`,
    kind: 'common',
    label: say(words.common, locale),
    description: String(pieces.length),
    status: worst.status,
    statusLabel: worst.statusLabel,
    children,
  };
}
