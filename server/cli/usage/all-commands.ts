import { answersUsage } from './answers-usage';
import { aspUsage } from './asp-usage';
import { attachUsage } from './attach-usage';
import { attestationUsage } from './attestation-usage';
import { checkUsage } from './check-usage';
import { collectUsage } from './collect-usage';
import type { CommandUsage } from './command-usage';
import { convertUsage } from './convert-usage';
import { depotUsage } from './depot-usage';
import { diffUsage } from './diff-usage';
import { eligibilityUsage } from './eligibility-usage';
import { freshnessUsage } from './freshness-usage';
import { icsUsage } from './ics-usage';
import { importUsage } from './import-usage';
import { initUsage } from './init-usage';
import { intakeUsage } from './intake-usage';
import { lspUsage } from './lsp-usage';
import { mcpUsage } from './mcp-usage';
import { mergeUsage } from './merge-usage';
import { migrateUsage } from './migrate-usage';
import { packageUsage } from './package-usage';
import { planUsage } from './plan-usage';
import { remDiffUsage } from './rem-diff-usage';
import { reportUsage } from './report-usage';
import { reuseUsage } from './reuse-usage';
import { runsheetUsage } from './runsheet-usage';
import { statusUsage } from './status-usage';
import { tasksUsage } from './tasks-usage';
import { threadsUsage } from './threads-usage';
import { verifyUsage } from './verify-usage';

/** Every command, in the order of the work. */
export const allCommands: readonly CommandUsage[] = [
  importUsage,
  initUsage,
  attachUsage,
  intakeUsage,
  collectUsage,
  reuseUsage,
  convertUsage,
  checkUsage,
  statusUsage,
  reportUsage,
  runsheetUsage,
  tasksUsage,
  threadsUsage,
  packageUsage,
  verifyUsage,
  depotUsage,
  answersUsage,
  diffUsage,
  attestationUsage,
  eligibilityUsage,
  aspUsage,
  planUsage,
  icsUsage,
  freshnessUsage,
  remDiffUsage,
  migrateUsage,
  mergeUsage,
  lspUsage,
  mcpUsage,
];

// Commands take their tables from here, so that all of them are one file to load: a help made of sixteen was slower than Node.
export {
  answersUsage,
  aspUsage,
  attestationUsage,
  checkUsage,
  convertUsage,
  depotUsage,
  diffUsage,
  eligibilityUsage,
  freshnessUsage,
  icsUsage,
  importUsage,
  initUsage,
  lspUsage,
  mcpUsage,
  mergeUsage,
  migrateUsage,
  packageUsage,
  planUsage,
  remDiffUsage,
  reportUsage,
  runsheetUsage,
  statusUsage,
  tasksUsage,
  threadsUsage,
  verifyUsage,
};
