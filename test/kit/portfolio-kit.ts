import type { Catalogue } from '../../server/core/catalogue/catalogue';
import type { EvidenceFile } from '../../server/core/evidence/evidence-file';
import type { Finding } from '../../server/core/findings/finding';
import type { Holding } from '../../server/core/holdings/holding';
import { portfolioFindings } from '../../server/core/holdings/portfolio-findings';
import { neverCancelled } from '../../server/core/ports/cancellation';
import type { FileFault } from '../../server/core/ports/file-fault';
import { rules } from '../../server/core/rules/registry';
import { openPortfolio, type Portfolio } from '../../server/core/workspace/portfolio';
import { Workspace } from '../../server/core/workspace/workspace';
import { under } from '../../server/core/text/uri';
import { MemoryFiles } from './memory-files';
import { smallCatalogue } from './small-catalogue';

export const portfolioFolder = 'file:///p';
export const portfolioUri = `${portfolioFolder}/portefeuille.yaml`;

export interface PortfolioKitInput {
  /** Text of `portefeuille.yaml`. */
  readonly portfolio: string;
  /** Other files, by path relative to it. */
  readonly files?: Readonly<Record<string, string>>;
  readonly faults?: Readonly<Record<string, FileFault>>;
  readonly links?: Readonly<Record<string, string>>;
  /** Facts of pieces, by the folder of the dossier and the path in its normal form: `a|preuves/x.png`. */
  readonly evidence?: Readonly<Record<string, EvidenceFile>>;
  /** By dispositif; default: the small catalogue for all. */
  readonly catalogues?: Readonly<Record<string, Catalogue>>;
}

export interface PortfolioKitResult {
  readonly workspace: Workspace;
  readonly portfolio: Portfolio;
  readonly holdings: readonly Holding[];
  readonly findings: readonly Finding[];
}

/** A portfolio in memory, with its dossiers checked. */
export async function heldPortfolio(input: PortfolioKitInput): Promise<PortfolioKitResult> {
  const texts = new Map([[portfolioUri, input.portfolio]]);
  for (const [path, text] of Object.entries(input.files ?? {})) texts.set(under(portfolioFolder, path), text);
  const files = new MemoryFiles(texts);
  for (const [path, fault] of Object.entries(input.faults ?? {})) files.faults.set(`${portfolioFolder}/${path}`, fault);
  for (const [path, target] of Object.entries(input.links ?? {})) files.links.set(`${portfolioFolder}/${path}`, target);
  const ports = {
    files,
    evidence: {
      lookup: (rootUri: string, path: string) =>
        input.evidence?.[`${rootUri.slice(portfolioFolder.length + 1)}|${path}`],
      scan: () => Promise.resolve(),
      listed: () => undefined,
      list: () => Promise.resolve(),
    },
    clock: { today: () => '2026-11-30' },
    builtIns: {
      load: (dispositif: string) => Promise.resolve(input.catalogues ? input.catalogues[dispositif] : smallCatalogue),
    },
  };
  const workspace = new Workspace(ports, rules);
  const portfolio = await openPortfolio(workspace, portfolioUri, neverCancelled);
  if (!portfolio) throw new Error('There is no portfolio.');
  const holdings: Holding[] = [];
  for (const { mainUri, path } of portfolio.members) {
    const analysis = await workspace.analyse(mainUri, neverCancelled);
    if (analysis) holdings.push({ path, analysis });
  }
  return { workspace, portfolio, holdings, findings: portfolioFindings(portfolio, holdings) };
}

/** A main manifest of a product, with one piece for the proof `INS/va1.56.01.01` for each line. */
export function heldManifest(product: string, dispositif: string, ...items: readonly string[]): string {
  return `version: 1
dossier:
  dispositif: ${dispositif}
editeur:
  denomination: Éditeur Exemple
  siret: "73282932000074"
logiciel:
  nom: ${product}
  version: 1.0
exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:${items.length === 0 ? ' []' : ''}
${items.map((item) => `            - ${item}\n`).join('')}`;
}

/** A file of that content. */
export function heldFile(digit: string): EvidenceFile {
  return { state: 'file', size: 1000, sha256: digit.repeat(64), text: false };
}
