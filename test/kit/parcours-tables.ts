import type { StepId } from '../../server/core/manifest/journey-ids';

/*
 * Every table below was worked out by hand from the closing dates of catalogues/parcours and the known delays:
 *
 *   account 5 days, CNDA 70 days (10 weeks, the longer of the two that contradict each other; 42 with the shorter),
 *   eligibility 7 days, complete file 40 days, examination 42 days; every other step takes an unknown time, counted as none.
 *
 * Backward: a step ends before its own closing, and before the latest start of whatever waits for it; it starts its
 * duration earlier, at the same hour of the clock. The CNDA approval only has to be there when the referencing ends.
 */
type Latest = Readonly<Partial<Record<StepId, readonly [start: string, end: string]>>>;

/** Both dates are the same for a step without duration. */
const same = (date: string): readonly [string, string] => [date, date];

/**
 * 15 June − 40 days: 15 to 31 May, 25 more to 6 May. − 7: 29 April. − 5: 24 April. Proofs rule, because the exchanges end
 * on 31 August: − 42 days is 20 July (31 to 31 July, 11 to 20 July), after 15 June. CNDA: 31 August − 70 = 22 June
 * (31 to 31 July, 31 to 30 June, 8 to 22 June), − 42 = 20 July. The hour, 14:00, is kept through every subtraction.
 */
const hospital2021: Latest = {
  documentation: same('2022-04-24 14:00'),
  jalons: same('2022-04-24 14:00'),
  conformite: same('2022-05-06 14:00'),
  demande_cnda: ['2022-04-24 14:00', '2022-04-29 14:00'],
  commandes: same('2022-11-30'),
  agrement_cnda: ['2022-06-22 14:00', '2022-08-31 14:00'],
  eligibilite: ['2022-04-29 14:00', '2022-05-06 14:00'],
  preuves: ['2022-05-06 14:00', '2022-06-15 14:00'],
  referencement: ['2022-07-20 14:00', '2022-08-31 14:00'],
  enrolement: same('2022-11-30'),
  demande_avance: same('2022-11-30'),
  avance: same('2023-09-20'),
  prestation: same('2023-09-20'),
  demande_solde: same('2023-12-14 14:00'),
};

/**
 * No date is known for the end of the exchanges: the referencing must be there when the advance is asked for, on
 * 30 November. − 42 = 19 October (30 to 31 October, 12 to 19 October), − 70 = 21 September (30, 31, 9).
 */
const exchangesUnknown: Latest = {
  ...hospital2021,
  agrement_cnda: ['2022-09-21', '2022-11-30'],
  referencement: ['2022-10-19', '2022-11-30'],
};

/** The same days without an hour: the proofs' hour is not known. */
const hourUnknown: Latest = {
  ...exchangesUnknown,
  documentation: same('2022-04-24'),
  jalons: same('2022-04-24'),
  conformite: same('2022-05-06'),
  demande_cnda: ['2022-04-24', '2022-04-29'],
  eligibilite: ['2022-04-29', '2022-05-06'],
  preuves: ['2022-05-06', '2022-06-15'],
};

/**
 * Advance 28 February 2024 − 42 = 17 January (28 to 31 January, 14 to 17); − 40 = 8 December (17 to 31 December, 23 to 8);
 * − 7 = 1 December; − 5 = 26 November. CNDA: 28 February − 70 = 20 December (28, 31, 11). The service must be over when
 * the balance is asked for at 14:00, which is earlier than the end of the same day.
 */
const socialCare: Latest = {
  documentation: same('2023-11-26'),
  jalons: same('2023-11-26'),
  conformite: same('2023-12-08'),
  demande_cnda: ['2023-11-26', '2023-12-01'],
  commandes: same('2024-02-28'),
  agrement_cnda: ['2023-12-20', '2024-02-28'],
  eligibilite: ['2023-12-01', '2023-12-08'],
  preuves: ['2023-12-08', '2024-01-17'],
  referencement: ['2024-01-17', '2024-02-28'],
  enrolement: same('2024-02-28'),
  demande_avance: same('2024-02-28'),
  avance: same('2024-12-19 14:00'),
  prestation: same('2024-12-19 14:00'),
  demande_solde: same('2024-12-19 14:00'),
};

/** Latest dates, by dispositif. */
export const latest: Readonly<Record<string, Latest>> = {
  'HOP-DPI-Va1': hospital2021,
  'HOP-PFI-Va1': hospital2021,
  'HOP-RI-Va1': exchangesUnknown,
  'BIO-SGL-Va1': hourUnknown,
  'RAD-RIS-Va1': hourUnknown,
  'MDV-LGC-Va1': hourUnknown,
  // Left out of the extension of services: advance and service are bounded by the balance only.
  'BIO-LOINC-Va1': { ...hourUnknown, avance: same('2023-12-14 14:00'), prestation: same('2023-12-14 14:00') },
  /*
   * Proofs 21 December 2022 − 40 = 11 November (21 to 30 November, 19 to 11); − 7 = 4 November; − 5 = 30 October, the day on
   * which summer time ended. Advance 15 March 2023 14:00 − 42 = 1 February (15 to 28 February, 27 to 1); − 70 = 4 January.
   * The balance date that was read (28 April) comes before the end of services (20 September), so it rules both.
   */
  'PHA-LGO-Va1': {
    documentation: same('2022-10-30'),
    jalons: same('2022-10-30'),
    conformite: same('2022-11-11'),
    demande_cnda: ['2022-10-30', '2022-11-04'],
    commandes: same('2023-03-15 14:00'),
    agrement_cnda: ['2023-01-04 14:00', '2023-03-15 14:00'],
    eligibilite: ['2022-11-04', '2022-11-11'],
    preuves: ['2022-11-11', '2022-12-21'],
    referencement: ['2023-02-01 14:00', '2023-03-15 14:00'],
    enrolement: same('2023-03-15 14:00'),
    demande_avance: same('2023-03-15 14:00'),
    avance: same('2023-04-28 14:00'),
    prestation: same('2023-04-28 14:00'),
    demande_solde: same('2023-04-28 14:00'),
  },
  'MS1-DUI-PA-PH-DOM-Va1': socialCare,
  'MS2-DUI-PDE-Va1': socialCare,
  // Its proofs close on 17 January 2024, the very day that the advance leaves.
  'MS2-DUI-PDS-Va1': socialCare,
  /*
   * Only the end of the services is known, 30 June 2023. − 42 = 19 May (30 to 31 May, 12 to 19), − 40 = 9 April (19 to 30
   * April, 21 to 9), − 7 = 2 April, − 5 = 28 March. CNDA: 30 June − 70 = 21 April (30, 31, 9).
   */
  'MSS-OP-Va1': {
    documentation: same('2023-03-28'),
    jalons: same('2023-03-28'),
    conformite: same('2023-04-09'),
    demande_cnda: ['2023-03-28', '2023-04-02'],
    commandes: same('2023-06-30'),
    agrement_cnda: ['2023-04-21', '2023-06-30'],
    eligibilite: ['2023-04-02', '2023-04-09'],
    preuves: ['2023-04-09', '2023-05-19'],
    referencement: ['2023-05-19', '2023-06-30'],
    enrolement: same('2023-06-30'),
    demande_avance: same('2023-06-30'),
    avance: same('2023-06-30'),
    prestation: same('2023-06-30'),
  },
  /*
   * Only the advance is known: 17 December 2025 12:00 − 42 = 5 November (17 to 30 November, 25 to 5); − 40 = 26 September
   * (5, 31, 4), back over the end of summer time at the same hour; − 7 = 19; − 5 = 14. CNDA: − 70 = 8 October (17, 30, 23).
   */
  'HOP-DPI-Va2': {
    documentation: same('2025-09-14 12:00'),
    jalons: same('2025-09-14 12:00'),
    conformite: same('2025-09-26 12:00'),
    demande_cnda: ['2025-09-14 12:00', '2025-09-19 12:00'],
    commandes: same('2025-12-17 12:00'),
    agrement_cnda: ['2025-10-08 12:00', '2025-12-17 12:00'],
    eligibilite: ['2025-09-19 12:00', '2025-09-26 12:00'],
    preuves: ['2025-09-26 12:00', '2025-11-05 12:00'],
    referencement: ['2025-11-05 12:00', '2025-12-17 12:00'],
    enrolement: same('2025-12-17 12:00'),
    demande_avance: same('2025-12-17 12:00'),
  },
  // 17 September − 42 = 6 August (17, 25); − 40 = 27 June (6, 31, 3); − 7 = 20; − 5 = 15. CNDA: − 70 = 9 July (17, 31, 22).
  'HOP-PFI-Va2': {
    documentation: same('2025-06-15 12:00'),
    jalons: same('2025-06-15 12:00'),
    conformite: same('2025-06-27 12:00'),
    demande_cnda: ['2025-06-15 12:00', '2025-06-20 12:00'],
    commandes: same('2025-09-17 12:00'),
    agrement_cnda: ['2025-07-09 12:00', '2025-09-17 12:00'],
    eligibilite: ['2025-06-20 12:00', '2025-06-27 12:00'],
    preuves: ['2025-06-27 12:00', '2025-08-06 12:00'],
    referencement: ['2025-08-06 12:00', '2025-09-17 12:00'],
    enrolement: same('2025-09-17 12:00'),
    demande_avance: same('2025-09-17 12:00'),
  },
  /*
   * The administrative file closes first, on 10 September 2025 at 12:00: it is filed when eligibility starts, so the CNDA
   * request must be in by then, begun 5 days before. Proofs 13 May 2026 − 40 = 3 April (13 to 30 April, 27 to 3). Exchanges
   * 16 September − 42 = 5 August (16, 26), − 70 = 8 July (16, 31, 23).
   */
  'IMG-DB-Va2': {
    documentation: same('2025-09-05 12:00'),
    jalons: same('2025-09-05 12:00'),
    conformite: same('2026-04-03 12:00'),
    demande_cnda: ['2025-09-05 12:00', '2025-09-10 12:00'],
    commandes: same('2026-11-10 12:00'),
    agrement_cnda: ['2026-07-08 12:00', '2026-09-16 12:00'],
    eligibilite: ['2025-09-10 12:00', '2026-04-03 12:00'],
    preuves: ['2026-04-03 12:00', '2026-05-13 12:00'],
    referencement: ['2026-08-05 12:00', '2026-09-16 12:00'],
    enrolement: same('2026-11-10 12:00'),
    demande_avance: same('2026-11-10 12:00'),
    avance: same('2027-09-15 12:00'),
    prestation: same('2027-09-15 12:00'),
    demande_solde: same('2027-12-15 12:00'),
  },
  // Only the closing of the administrative file is known, and only concluded. When eligibility must end is unknown.
  'IMG-RIS-Va2': {
    documentation: same('2025-09-05 12:00'),
    jalons: same('2025-09-05 12:00'),
    demande_cnda: ['2025-09-05 12:00', '2025-09-10 12:00'],
    eligibilite: ['2025-09-10 12:00', '?'],
  },
};

/**
 * Forward, nothing being done yet, from a day N: CNDA approval N + 5 + 70, eligibility N + 5 + 7, complete file N + 12 + 40,
 * referencing N + 52 + 42 (the approval is there by then). Enrolment: after the referencing in wave 1, after eligibility in
 * wave 2; neither it nor the advance request before it opens. Least days left over: the latest start of the first step
 * less N, that step being critical.
 */
type Forward = readonly [
  now: string,
  approval: string,
  eligible: string,
  complete: string,
  referenced: string,
  enrolled: string,
  advanceAsked: string,
  leastSlack: number,
];

/** Summer time began on 27 March 2022. */
const from2022: readonly Forward[] = [
  ['2022-01-10', '2022-03-26', '2022-01-22', '2022-03-03', '2022-04-14', '2022-04-14', '2022-04-14', 104],
  ['2022-03-26', '2022-06-09', '2022-04-07', '2022-05-17', '2022-06-28', '2022-06-28', '2022-06-28', 29],
  ['2022-03-28', '2022-06-11', '2022-04-09', '2022-05-19', '2022-06-30', '2022-06-30', '2022-06-30', 27],
  ['2022-04-24', '2022-07-08', '2022-05-06', '2022-06-15', '2022-07-27', '2022-07-27', '2022-07-27', 0],
  ['2022-06-01', '2022-08-15', '2022-06-13', '2022-07-23', '2022-09-03', '2022-09-03', '2022-09-03', -38],
];

/** Winter time began on 29 October 2023. */
const from2023: readonly Forward[] = [
  ['2023-10-01', '2023-12-15', '2023-10-13', '2023-11-22', '2024-01-03', '2024-01-03', '2024-01-03', 56],
  ['2023-10-28', '2024-01-11', '2023-11-09', '2023-12-19', '2024-01-30', '2024-01-30', '2024-01-30', 29],
  ['2023-10-30', '2024-01-13', '2023-11-11', '2023-12-21', '2024-02-01', '2024-02-01', '2024-02-01', 27],
  ['2023-12-01', '2024-02-14', '2023-12-13', '2024-01-22', '2024-03-04', '2024-03-04', '2024-03-04', -5],
  ['2024-02-01', '2024-04-16', '2024-02-13', '2024-03-24', '2024-05-05', '2024-05-05', '2024-05-05', -67],
];

/** Earliest dates, by dispositif and the day they are asked on. */
export const forward: Readonly<Record<string, readonly Forward[]>> = {
  'HOP-DPI-Va1': from2022,
  'HOP-PFI-Va1': from2022,
  'HOP-RI-Va1': from2022,
  'BIO-SGL-Va1': from2022,
  'RAD-RIS-Va1': from2022,
  'MDV-LGC-Va1': from2022,
  'BIO-LOINC-Va1': from2022,
  // Winter time began on 30 October 2022.
  'PHA-LGO-Va1': [
    ['2022-09-01', '2022-11-15', '2022-09-13', '2022-10-23', '2022-12-04', '2022-12-04', '2022-12-04', 59],
    ['2022-10-29', '2023-01-12', '2022-11-10', '2022-12-20', '2023-01-31', '2023-01-31', '2023-01-31', 1],
    ['2022-10-31', '2023-01-14', '2022-11-12', '2022-12-22', '2023-02-02', '2023-02-02', '2023-02-02', -1],
    ['2022-12-01', '2023-02-14', '2022-12-13', '2023-01-22', '2023-03-05', '2023-03-05', '2023-03-05', -32],
    ['2023-01-15', '2023-03-31', '2023-01-27', '2023-03-08', '2023-04-19', '2023-04-19', '2023-04-19', -77],
  ],
  'MS1-DUI-PA-PH-DOM-Va1': from2023,
  'MS2-DUI-PDE-Va1': from2023,
  'MS2-DUI-PDS-Va1': from2023,
  // Summer time began on 26 March 2023.
  'MSS-OP-Va1': [
    ['2023-01-15', '2023-03-31', '2023-01-27', '2023-03-08', '2023-04-19', '2023-04-19', '2023-04-19', 72],
    ['2023-03-25', '2023-06-08', '2023-04-06', '2023-05-16', '2023-06-27', '2023-06-27', '2023-06-27', 3],
    ['2023-03-27', '2023-06-10', '2023-04-08', '2023-05-18', '2023-06-29', '2023-06-29', '2023-06-29', 1],
    ['2023-04-10', '2023-06-24', '2023-04-22', '2023-06-01', '2023-07-13', '2023-07-13', '2023-07-13', -13],
    ['2023-06-01', '2023-08-15', '2023-06-13', '2023-07-23', '2023-09-03', '2023-09-03', '2023-09-03', -65],
  ],
  // Summer time from 30 March to 26 October 2025. Enrolment and advance requests had been open since 2024.
  'HOP-DPI-Va2': [
    ['2025-03-29', '2025-06-12', '2025-04-10', '2025-05-20', '2025-07-01', '2025-04-10', '2025-07-01', 169],
    ['2025-03-31', '2025-06-14', '2025-04-12', '2025-05-22', '2025-07-03', '2025-04-12', '2025-07-03', 167],
    ['2025-09-14', '2025-11-28', '2025-09-26', '2025-11-05', '2025-12-17', '2025-09-26', '2025-12-17', 0],
    ['2025-10-25', '2026-01-08', '2025-11-06', '2025-12-16', '2026-01-27', '2025-11-06', '2026-01-27', -41],
    ['2025-10-27', '2026-01-10', '2025-11-08', '2025-12-18', '2026-01-29', '2025-11-08', '2026-01-29', -43],
  ],
  'HOP-PFI-Va2': [
    ['2025-03-29', '2025-06-12', '2025-04-10', '2025-05-20', '2025-07-01', '2025-04-10', '2025-07-01', 78],
    ['2025-03-31', '2025-06-14', '2025-04-12', '2025-05-22', '2025-07-03', '2025-04-12', '2025-07-03', 76],
    ['2025-06-15', '2025-08-29', '2025-06-27', '2025-08-06', '2025-09-17', '2025-06-27', '2025-09-17', 0],
    ['2025-07-01', '2025-09-14', '2025-07-13', '2025-08-22', '2025-10-03', '2025-07-13', '2025-10-03', -16],
    ['2025-09-10', '2025-11-24', '2025-09-22', '2025-11-01', '2025-12-13', '2025-09-22', '2025-12-13', -87],
  ],
  'IMG-DB-Va2': [
    ['2025-06-01', '2025-08-15', '2025-06-13', '2025-07-23', '2025-09-03', '2025-06-13', '2025-09-03', 96],
    ['2025-09-05', '2025-11-19', '2025-09-17', '2025-10-27', '2025-12-08', '2025-09-17', '2025-12-08', 0],
    ['2025-10-25', '2026-01-08', '2025-11-06', '2025-12-16', '2026-01-27', '2025-11-06', '2026-01-27', -50],
    ['2025-10-27', '2026-01-10', '2025-11-08', '2025-12-18', '2026-01-29', '2025-11-08', '2026-01-29', -52],
    ['2026-03-30', '2026-06-13', '2026-04-11', '2026-05-21', '2026-07-02', '2026-04-11', '2026-07-02', -206],
  ],
  // Enrolment opened on 15 May 2025 at 14:00, advance requests on 10 July at 14:00: on the first two days they rule.
  'IMG-RIS-Va2': [
    ['2025-03-29', '2025-06-12', '2025-04-10', '2025-05-20', '2025-07-01', '2025-05-15 14:00', '2025-07-10 14:00', 160],
    ['2025-03-31', '2025-06-14', '2025-04-12', '2025-05-22', '2025-07-03', '2025-05-15 14:00', '2025-07-10 14:00', 158],
    ['2025-06-01', '2025-08-15', '2025-06-13', '2025-07-23', '2025-09-03', '2025-06-13', '2025-09-03', 96],
    ['2025-09-05', '2025-11-19', '2025-09-17', '2025-10-27', '2025-12-08', '2025-09-17', '2025-12-08', 0],
    ['2025-10-27', '2026-01-10', '2025-11-08', '2025-12-18', '2026-01-29', '2025-11-08', '2026-01-29', -52],
  ],
};
