import { aspStates } from './known-states';
import { yesNo } from './journey-shape';
import { list, map, scalar, type KeyShape, type Shape } from './shape';

const key = (shape: Shape, fr: string, en: string): KeyShape => ({ shape, doc: { fr, en } });
const required = (shape: Shape, fr: string, en: string): KeyShape => ({ shape, required: true, doc: { fr, en } });

const text = scalar('text');
const date = scalar('date');
const path = scalar('path');

const internalNote = key(
  text,
  "Note pour l'équipe. Ne part jamais dans un dépôt ni dans un rapport pour l'ANS.",
  'Note for the team. Never leaves in a package or in a report for ANS.',
);
const comment = key(text, 'Commentaire.', 'Comment.');

const amount = (fr: string, en: string) => key(text, `${fr} (1234,56).`, `${en} (1234.56).`);

/** Both requests state the same amount; the 30 % and 70 % are what ASP pays of it (wave 1). Source: ANS FAQ on invoices. */
const wholePart = (fr: string, en: string) =>
  amount(
    `Part « Prestation Ségur » ${fr}, entière, celle de la facture à 100 % : la même dans l’avance et dans le solde. N’écrivez ni les 30 % ni les 70 % versés ; le solde ne dépasse pas l’avance`,
    `“Prestation Ségur” part ${en}, the whole of it, as on the invoice at 100 %: the same in advance and balance. Write neither the 30 % nor the 70 % that are paid; the balance is not above the advance`,
  );
const request = {
  etat: key(
    scalar('text', { suggested: aspStates }),
    `Statut de la demande à l’ASP : ${aspStates.join(', ')}. « versée » ou « payée » se lit « Décidée et payée » ; un autre mot ne compte pour aucun statut.`,
    `Status of the request at ASP: ${aspStates.join(', ')}. “versée” and “payée” are read as “Décidée et payée”; another word counts as no status.`,
  ),
  deposee_le: key(date, 'Date de dépôt.', 'Date of filing.'),
  montant_ht: wholePart('HT', 'without VAT'),
  montant_ttc: wholePart('TTC', 'with VAT'),
};

const advanceShape = map('avance', {
  ...request,
  pieces: key(
    map('pièces de l’avance', {
      bon_de_commande: key(path, 'Bon de commande signé.', 'Signed purchase order.'),
      attestation_tva: key(
        path,
        'Attestation de non-assujettissement à la TVA.',
        'Certificate of non-liability to VAT.',
      ),
      habilitation_edc_psc_operateur: key(path, 'Habilitation EDC PSC opérateur.', 'EDC PSC habilitation as operator.'),
      autres: key(list(path), 'Autres pièces.', 'Other documents.'),
    }),
    'Pièces de la demande d’avance.',
    'Documents of the advance request.',
  ),
  note_interne: internalNote,
});

const balanceShape = map('solde', {
  ...request,
  finess: key(
    list(text),
    'Le seul FINESS de la demande, celui que les contrôles a posteriori retrouveront.',
    'The only FINESS of the request, the one that later checks will find.',
  ),
  deploiement_mss: key(
    scalar('text', { allowed: ['Cas 1', 'Cas 2'] }),
    'Déploiement MSS (MS1 et MS2), comme dans la VA.',
    'MSS deployment (MS1 and MS2), as in the VA.',
  ),
  adresse_mssante: key(text, 'Adresse MSSanté du client.', 'MSSanté address of the client.'),
  va_signee: key(yesNo, 'La VA est-elle signée par tous les sites ?', 'Is the VA signed by every site?'),
  pieces: key(
    map('pièces du solde', {
      facture: key(path, 'Facture unique à 100 %.', 'Single invoice at 100 %.'),
      va: key(list(path), 'VA : un seul PDF qui les réunit toutes.', 'VA: a single PDF that holds all of them.'),
      mom: key(path, 'Déclaration de mise en ordre de marche.', 'Declaration that the software is in working order.'),
      pv_vsr: key(path, 'PV de VSR (agenda SAS).', 'VSR record (SAS agenda).'),
      attestation_tva: key(
        path,
        'Attestation de non-assujettissement à la TVA.',
        'Certificate of non-liability to VAT.',
      ),
      autres: key(list(path), 'Autres pièces.', 'Other documents.'),
    }),
    'Pièces de la demande de solde.',
    'Documents of the balance request.',
  ),
  note_interne: internalNote,
});

/** One item of `commandes`. */
export const orderShape = map('commande', {
  client: required(text, 'Client qui a signé.', 'Client who signed.'),
  signee_le: required(date, 'Date de signature (AAAA-MM-JJ).', 'Date of signature (YYYY-MM-DD).'),
  reference: key(text, 'Référence de la commande.', 'Reference of the order.'),
  siret: key(text, 'SIRET du client.', 'SIRET of the client.'),
  finess: key(text, 'FINESS géographique du client.', 'Geographic FINESS of the client.'),
  rpps: key(text, 'RPPS du client, s’il exerce à titre libéral.', 'RPPS of the client, if a private practitioner.'),
  sites: key(list(text), 'Sites géographiques (FINESS ou SIRET).', 'Geographic sites (FINESS or SIRET).'),
  tva: key(
    scalar('text', { suggested: ['HT', '20%', '8,5%'] }),
    'TVA applicable ; HT quand le client n’y est pas assujetti.',
    'VAT that applies; HT when the client is not liable to it.',
  ),
  plafond_ht: amount('Plafond HT de l’appel à financement', 'Ceiling of the call for financing without VAT'),
  annulee_le: key(date, 'Date d’annulation.', 'Date of cancellation.'),
  avance: key(advanceShape, 'Demande d’avance.', 'Advance request.'),
  solde: key(balanceShape, 'Demande de solde.', 'Balance request.'),
  commentaire: comment,
  note_interne: internalNote,
});

/** Section `financement`: the enrolment with ASP, and the files that make a request. */
export const financingShape = map('financement', {
  numero_referencement: key(
    text,
    'Numéro de référencement délivré par l’ANS (celui de l’opérateur développeur pour un opérateur acheteur).',
    'Referencing number delivered by ANS (that of the developer-operator for an operator-buyer).',
  ),
  version_referencee: key(scalar('version'), 'Version référencée.', 'Referenced version.'),
  enrolement: key(
    map('enrôlement', {
      etat: key(text, 'Statut de l’enrôlement.', 'Status of the enrolment.'),
      date: key(date, 'Date du statut.', 'Date of the status.'),
      depositaire: key(
        scalar('text', { allowed: ['représentant légal', 'salarié', 'tiers'] }),
        'Qui dépose la demande.',
        'Who files the request.',
      ),
      distributeur: key(yesNo, 'Le fournisseur est-il un distributeur ?', 'Is the supplier a distributor?'),
      attestation_referencement: key(path, 'Attestation de référencement.', 'Referencing certificate.'),
      rib: key(path, 'RIB.', 'Bank details.'),
      identite_representant_legal: key(
        path,
        'Pièce d’identité du représentant légal.',
        'Identity document of the legal representative.',
      ),
      mandat_depositaire: key(path, 'Mandat du dépositaire salarié.', 'Mandate of the filing employee.'),
      identite_depositaire: key(path, 'Pièce d’identité du dépositaire.', 'Identity document of the person who files.'),
      contrat_prestation: key(path, 'Contrat de prestation du tiers.', 'Service contract of the third party.'),
      mandat_distribution: key(path, 'Mandat de distribution.', 'Distribution mandate.'),
      attestation_tva: key(
        path,
        'Attestation de non-assujettissement à la TVA.',
        'Certificate of non-liability to VAT.',
      ),
    }),
    'Enrôlement auprès de l’ASP.',
    'Enrolment with ASP.',
  ),
  modele_asp: key(
    path,
    'Modèle JSON vierge, téléchargé sur la page de l’ASP.',
    'Blank JSON model, downloaded from the ASP page.',
  ),
  correspondance_asp: key(
    path,
    'Fichier qui relie nos champs aux clés du modèle.',
    'File that ties our fields to the keys of the model.',
  ),
  commentaire: comment,
  note_interne: internalNote,
});
