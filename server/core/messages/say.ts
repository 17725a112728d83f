// The words of the product are said by one function, which the client has too: words/say.ts.
export type { Locale } from '../../../words/locale';
export { fill, say, type Sentence, type SentenceArguments } from '../../../words/say';
