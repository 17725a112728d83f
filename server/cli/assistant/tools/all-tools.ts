import type { Tool } from '../tool';
import { compareRems } from './compare-rems';
import { describePiece } from './describe-piece';
import { dossierState } from './dossier-state';
import { explainRequirement } from './explain-requirement';
import { listDeadlines } from './list-deadlines';
import { listDossiers } from './list-dossiers';
import { listFindings } from './list-findings';
import { proposeAttach } from './propose-attach';
import { proposeComment } from './propose-comment';
import { proposeFixes } from './propose-fixes';
import { searchRequirements } from './search-requirements';

/** Every tool of the assistant. None writes; none reviews, declares, approves, judges or packages. */
export const allTools: readonly Tool[] = [
  listDossiers,
  searchRequirements,
  explainRequirement,
  listFindings,
  dossierState,
  compareRems,
  describePiece,
  listDeadlines,
  proposeAttach,
  proposeComment,
  proposeFixes,
];
