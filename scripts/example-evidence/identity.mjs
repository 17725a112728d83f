// Who appears in the example evidence. Only fictitious companies and people, and public test identities:
// no real patient, professional or organisation.

/** Public test patient of the ANS interoperability samples (INS under the test OID). */
export const patient = {
  family: 'PAT-TROIS',
  given: 'DOMINIQUE',
  givenAll: 'DOMINIQUE MARIE-LOUISE',
  ins: '279035121518989',
  insOid: '1.2.250.1.213.1.4.10',
  birth: '19790328',
  birthShown: '28/03/1979',
  birthPlace: '51215',
  gender: 'F',
};

/** Fictitious professional; RPPS numbers are those of public test data sets. */
export const doctor = {
  family: 'TEST',
  given: 'Camille',
  rpps: '99700218896',
  mail: 'camille.test@cabinet-exemple.mssante.fr',
};

export const colleague = {
  family: 'ESSAI',
  given: 'Dominique',
  rpps: '01234567897',
  mail: 'dominique.essai@cabinet-exemple.mssante.fr',
};

export const practice = { name: 'Cabinet Exemple', mail: 'secretariat@cabinet-exemple.mssante.fr' };

export const vendor = { name: 'Éditeur Exemple', siret: '73282932000074' };

/** `reference` stands for the product reference that Convergence gives; its real form is not public. */
export const software = { name: 'MonCabinet', version: '12.4.0', reference: 'REFERENCE-PRODUIT-EXEMPLE' };

/** The letter that the example sends: one document, its code and its file name (MSSanté naming rule). */
export const letter = {
  title: 'Lettre de liaison',
  code: '11490-0',
  date: '20261104',
  pdf: '20261104_Lettre_de_liaison_PAT-TROIS_DOMINIQUE.pdf',
  oid: '2.25.162473526018273648120394857162039485716',
};
