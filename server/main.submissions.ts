import { ProgressType, RequestType, type Connection } from 'vscode-languageserver/node';
import {
  submissionMethods,
  type AttestationParams,
  type AttestationResult,
  type ByteProgress,
  type CompareParams,
  type CompareResult,
  type PackagesParams,
  type PackagesResult,
  type SaveComparisonParams,
  type SaveComparisonResult,
  type VerifyPackageParams,
  type VerifyPackageResult,
} from '../protocol/submissions';
import type { Session } from './language/session/session';
import { answer } from './main.answers';

const requests = {
  packages: new RequestType<PackagesParams, PackagesResult, undefined>(submissionMethods.packages),
  verify: new RequestType<VerifyPackageParams, VerifyPackageResult, undefined>(submissionMethods.verify),
  compare: new RequestType<CompareParams, CompareResult, undefined>(submissionMethods.compare),
  saveComparison: new RequestType<SaveComparisonParams, SaveComparisonResult, undefined>(
    submissionMethods.saveComparison,
  ),
  attestation: new RequestType<AttestationParams, AttestationResult, undefined>(submissionMethods.attestation),
};
const byteProgress = new ProgressType<ByteProgress>();

/** Answers what is asked about packages that exist already, and about statements. */
export function connectSubmissions(connection: Connection, session: Session, isTrusted: () => boolean): void {
  const tellProgress = (token: string, progress: ByteProgress) => {
    connection.sendProgress(byteProgress, token, progress).catch((error: unknown) => {
      session.editor.logError(error);
    });
  };
  // Archives, comparisons and documents are loaded when the first question comes: no start needs them.
  const load = async () => {
    const { Submissions } = await import('./main.submission-answers.js');
    return new Submissions(session, isTrusted, tellProgress);
  };
  let loaded: ReturnType<typeof load> | undefined;
  const submissions = () => (loaded ??= load());
  connection.onRequest(requests.packages, (params, token) =>
    answer(async () => (await submissions()).packages(params, token)),
  );
  connection.onRequest(requests.verify, (params, token) =>
    answer(async () => (await submissions()).verify(params, token)),
  );
  connection.onRequest(requests.compare, (params, token) =>
    answer(async () => (await submissions()).compare(params, token)),
  );
  connection.onRequest(requests.saveComparison, (params, token) =>
    answer(async () => (await submissions()).save(params, token)),
  );
  connection.onRequest(requests.attestation, (params, token) =>
    answer(async () => (await submissions()).attestation(params, token)),
  );
}
