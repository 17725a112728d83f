import type { Damage, XmlFacts } from '../../core/evidence/inspection';

export interface XmlAttribute {
  /** Without prefix. */
  readonly name: string;
  readonly value: string;
}

export interface XmlElement {
  /** Without prefix. */
  readonly name: string;
  /** Empty when there is none. */
  readonly namespace: string;
  /** Where its tag ends. */
  readonly line: number;
  /** Without namespace declarations. */
  readonly attributes: readonly XmlAttribute[];
}

/** What a reader of one kind of content does with the events. A path is the names from the root, without prefix. */
export interface XmlObserver {
  open?(element: XmlElement, path: readonly string[]): void;
  /** Text of the last element of the path, entities decoded, CDATA included; may come in several pieces. @param line of its start */
  text?(text: string, path: readonly string[], line: number): void;
  /** A long run of base64 characters and spaces, in pieces: part of the text, in order with the calls of `text`. */
  base64?(text: string, path: readonly string[]): void;
  comment?(text: string, line: number): void;
  close?(path: readonly string[]): void;
}

export interface XmlReading extends XmlFacts {
  readonly damage?: Damage;
  /** The end was not reached: time, depth or size. */
  readonly partial: boolean;
}
