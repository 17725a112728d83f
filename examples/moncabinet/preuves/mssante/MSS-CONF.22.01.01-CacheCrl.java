package fr.exemple.moncabinet.mssante;

import java.time.Instant;
import java.util.Optional;

/** Garde la dernière liste de révocation encore valide. */
final class CacheCrl {
  private Crl derniere;

  /** Rend une liste utilisable : la nouvelle si elle est lisible, sinon la précédente tant qu'elle est valide. */
  synchronized Optional<Crl> actualiser(SourceCrl source, Instant maintenant) {
    try {
      Crl recue = source.telecharger();
      if (recue.signatureValide() && recue.finDeValidite().isAfter(maintenant)) {
        derniere = recue;
      }
    } catch (SourceIndisponible e) {
      Journal.avertir("liste de révocation indisponible, la précédente est gardée", e);
    }
    return Optional.ofNullable(derniere).filter(crl -> crl.finDeValidite().isAfter(maintenant));
  }
}
