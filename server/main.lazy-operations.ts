import type { Operations } from './language/session/ports';

/**
 * Operations whose code is loaded when the first of them is asked for: workbooks, archives, reports and spreadsheets are a
 * third of the server, and no start needs them.
 */
export class LazyOperations implements Operations {
  #operations: Promise<Operations> | undefined;

  constructor(readonly load: () => Promise<Operations>) {}

  async importRem(...args: Parameters<Operations['importRem']>): ReturnType<Operations['importRem']> {
    return (await this.#loaded()).importRem(...args);
  }

  async newDossier(...args: Parameters<Operations['newDossier']>): ReturnType<Operations['newDossier']> {
    return (await this.#loaded()).newDossier(...args);
  }

  async packageDossier(...args: Parameters<Operations['packageDossier']>): ReturnType<Operations['packageDossier']> {
    return (await this.#loaded()).packageDossier(...args);
  }

  async report(...args: Parameters<Operations['report']>): ReturnType<Operations['report']> {
    return (await this.#loaded()).report(...args);
  }

  async saveReport(...args: Parameters<Operations['saveReport']>): ReturnType<Operations['saveReport']> {
    return (await this.#loaded()).saveReport(...args);
  }

  async migrate(...args: Parameters<Operations['migrate']>): ReturnType<Operations['migrate']> {
    return (await this.#loaded()).migrate(...args);
  }

  async remDiff(...args: Parameters<Operations['remDiff']>): ReturnType<Operations['remDiff']> {
    return (await this.#loaded()).remDiff(...args);
  }

  #loaded(): Promise<Operations> {
    return (this.#operations ??= this.load());
  }
}
