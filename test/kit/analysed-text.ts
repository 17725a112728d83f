import { noConfiguration } from '../../server/core/configuration/configuration';
import { CatalogueIndex } from '../../server/core/catalogue/index-catalogue';
import type { Analysis, DossierInput } from '../../server/core/engine/analyse';
import type { ParsedManifest } from '../../server/core/manifest/parse-manifest';
import { file, mainUri, rootUri } from './dossier-kit';
import { smallCatalogue } from './small-catalogue';

export const index = new CatalogueIndex(smallCatalogue);
const picture = file();
const onePicture: DossierInput['evidence'] = {
  lookup: (path) => (path === 'preuves/a.png' ? picture : undefined),
  changedSince: () => new Set(),
};

interface Around {
  readonly fragment?: ParsedManifest;
  /** What is known of pieces; without it, one picture. */
  readonly evidence?: DossierInput['evidence'];
  readonly evidenceGeneration?: number;
}

/** A dossier of one file, or of one fragment under it, against the small catalogue. */
export function inputOf(
  main: ParsedManifest,
  { fragment, evidence = onePicture, evidenceGeneration = 0 }: Around = {},
): DossierInput {
  return {
    rootUri,
    main: { uri: mainUri, path: 'main.preuves.yaml', parsed: main },
    fragments: fragment ? [{ uri: `${rootUri}/f.preuves.yaml`, path: 'f.preuves.yaml', parsed: fragment }] : [],
    unread: [],
    catalogue: { kind: 'loaded', catalogue: smallCatalogue, index, origin: { kind: 'builtIn' } },
    configuration: noConfiguration,
    evidence,
    evidenceGeneration,
    dossierFolder: { files: ['preuves/a.png', 'preuves/e.png'], belongsElsewhere: () => false, ignores: () => false },
    today: '2026-11-20',
  };
}

/** Everything that an analysis says. */
export function said(analysis: Analysis) {
  return {
    findings: analysis.findings,
    accepted: analysis.accepted,
    muted: analysis.muted,
    compliance: analysis.compliance(),
    paths: [...analysis.evidencePaths()].sort(),
  };
}
