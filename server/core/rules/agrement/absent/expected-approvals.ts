import type { Dispositif } from '../../../catalogue/catalogue';
import { journeyData } from '../../../manifest/journey-data.generated';

export interface ExpectedApproval {
  readonly teleservice: string;
  /** A source says so of this dispositif (or of its whole wave); otherwise it was concluded, or told by a third party. */
  readonly stated: boolean;
}

/** What ANS says of wave 2 as a whole: DMP and INSi stay prerequisites. Source: FAQ for vendors, theme CNDA. */
const waveTwo: readonly ExpectedApproval[] = [
  { teleservice: 'DMP', stated: true },
  { teleservice: 'INSi', stated: true },
];

/** CNDA approvals that a dispositif needs as far as is known; no official list of all of them was read. */
export function expectedApprovals({ id, wave }: Dispositif): readonly ExpectedApproval[] {
  const own = journeyData.agrements.find(({ dispositif }) => dispositif === id);
  if (own) return own.teleservices.map(({ nom, confiance }) => ({ teleservice: nom, stated: confiance === 'vu' }));
  return wave === 2 && /-Va2$/.test(id) ? waveTwo : [];
}
