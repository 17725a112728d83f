import type { SoapFacts } from '../../core/evidence/inspection';
import type { XmlElement, XmlObserver } from './xml-observer';

const envelopes = new Set(['http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope']);
const assertions = new Set(['urn:oasis:names:tc:SAML:2.0:assertion', 'urn:oasis:names:tc:SAML:1.0:assertion']);
/** WS-Addressing, its recommendation and the submission that came before. */
const addressing = /^http:\/\/(?:www\.w3\.org\/2005\/08|schemas\.xmlsoap\.org\/ws\/2004\/08)\/addressing/;
const maxText = 1000;

/** Collects what the header of a SOAP message says: the assertion (VIHF), its issuer, and the action of WS-Addressing. */
export class SoapObserver implements XmlObserver {
  #isSoap = false;
  #assertion = false;
  #reading: 'action' | 'issuer' | undefined;
  readonly #texts: { action?: string; issuer?: string } = {};

  open(element: XmlElement, path: readonly string[]): void {
    if (path.length === 1) this.#isSoap = element.name === 'Envelope' && envelopes.has(element.namespace);
    this.#reading = undefined;
    if (!this.#isSoap || path[1] !== 'Header') return;
    const ofAssertion = assertions.has(element.namespace);
    if (ofAssertion && element.name === 'Assertion') {
      this.#assertion = true;
      // An attribute in SAML 1, an element in SAML 2.
      const issuer = element.attributes.find(({ name }) => name === 'Issuer')?.value;
      if (issuer !== undefined) this.#texts.issuer ??= issuer.slice(0, maxText);
    }
    if (ofAssertion && element.name === 'Issuer') this.#start('issuer');
    if (element.name === 'Action' && path.length === 3 && addressing.test(element.namespace)) this.#start('action');
  }

  text(text: string): void {
    if (this.#reading === undefined) return;
    this.#texts[this.#reading] = ((this.#texts[this.#reading] ?? '') + text).slice(0, maxText);
  }

  close(): void {
    this.#reading = undefined;
  }

  /** Undefined when the document is no SOAP message. */
  facts(): SoapFacts | undefined {
    if (!this.#isSoap) return undefined;
    const action = this.#texts.action?.trim();
    const issuer = this.#texts.issuer?.trim();
    return {
      assertion: this.#assertion,
      ...(action !== undefined && action !== '' && { action }),
      ...(issuer !== undefined && issuer !== '' && { issuer }),
    };
  }

  /** The first of each counts. */
  #start(what: 'action' | 'issuer'): void {
    if (this.#texts[what] === undefined) this.#reading = what;
  }
}
