import type { CommonWords } from './common-words';

/** What the page of a filing says; `{name}` is filled in by the page. */
export interface UploadsWords extends Pick<CommonWords, 'loading' | 'retry' | 'writing' | 'refused'> {
  readonly title: string;
  readonly progress: string;
  readonly person: string;
  readonly personHint: string;
  readonly rest: string;
  readonly search: string;
  readonly shown: string;
  readonly nothingShown: string;
  readonly keys: string;
  readonly filed: string;
  readonly copy: string;
  readonly copyId: string;
  readonly copyValue: string;
  readonly copyPath: string;
  readonly open: string;
  readonly reveal: string;
  readonly noFile: string;
  readonly copied: string;
  readonly ticked: string;
  readonly unticked: string;
  readonly goneHead: string;
  readonly sinceHead: string;
  readonly openLog: string;
  readonly problems: string;
  /** `{action} : {what}` */
  readonly for: string;
}
