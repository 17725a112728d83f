import { createHash } from 'node:crypto';
import type { CdaControl } from '../../../core/evidence/cda-control';
import { latestContentDay } from '../../../core/evidence/content-day';
import { findIdentifiers } from '../../../core/evidence/find-identifiers';
import { findSecrets, type SecretSighting } from '../../../core/evidence/find-secrets';
import type {
  IdentifierSighting,
  Inspection,
  UnreadPart,
  UnreadReason,
  ValidationReportFacts,
} from '../../../core/evidence/inspection';
import { memorySource, type EvidenceSource } from '../evidence-source';
import type { InspectionLimits } from '../limits';
import type { Part, PartOpener } from './part';
import type { CarriedPicture } from './carried-picture';
import { signedType } from './signed-type';
import { isWorthReading } from './worth-reading';

/** Looks at one content, whatever it is, with an opener for what is inside. */
export type InspectPart = (source: EvidenceSource, opener: PartTree) => Promise<Inspection>;

/** What is spent in one piece of evidence, at all depths. */
interface Spent {
  parts: number;
  bytes: number;
  /** Contents that were opened: two readers of one text may both see a part of it. */
  readonly seen: Set<string>;
}

/** Is given the pictures among the parts, where they are wanted. */
export type TakePicture = (picture: CarriedPicture) => void;

/**
 * The one way from bytes to parts: each part is inspected like a file, with the readers of its kind, which open its own
 * parts in turn. Bounded by depth, count and bytes; what is left is recorded.
 */
export class PartTree implements PartOpener {
  readonly identifiers: IdentifierSighting[] = [];
  readonly secrets: SecretSighting[] = [];
  readonly unread: UnreadPart[] = [];
  readonly cdaControls: CdaControl[] = [];
  readonly #inspect: InspectPart;
  readonly #limits: InspectionLimits;
  readonly #spent: Spent;
  readonly #depth: number;
  readonly #takePicture: TakePicture | undefined;
  #validation: ValidationReportFacts | undefined;
  #house: Inspection['ofTheHouse'];
  #day = '';

  constructor(
    inspect: InspectPart,
    limits: InspectionLimits,
    spent: Spent = { parts: 0, bytes: 0, seen: new Set() },
    depth = 0,
    takePicture?: TakePicture,
  ) {
    this.#inspect = inspect;
    this.#limits = limits;
    this.#spent = spent;
    this.#depth = depth;
    this.#takePicture = takePicture;
  }

  isWanted(name: string): boolean {
    return isWorthReading(name, this.#takePicture !== undefined);
  }

  async open({ name, content, line }: Part): Promise<Inspection> {
    const digest = createHash('sha1').update(content).digest('base64');
    if (content.length === 0 || this.#spent.seen.has(digest)) return {};
    const refused = this.#refusal(content.length);
    if (refused !== undefined) {
      this.leave(name, refused);
      return {};
    }
    this.#spent.seen.add(digest);
    this.#spent.parts++;
    this.#spent.bytes += content.length;
    const detected = signedType(content);
    const source = memorySource(content, { name, ...(detected && { detected }) });
    const take = this.#takePicture;
    const inside = new PartTree(
      this.#inspect,
      this.#limits,
      this.#spent,
      this.#depth + 1,
      take &&
        (({ where, ...picture }) => {
          take({ where: `${name}/${where}`, ...picture });
        }),
    );
    const inspection = await this.#inspect(source, inside);
    for (const sighting of inspection.identifiers ?? []) this.identifiers.push(placed(sighting, name, line));
    for (const secret of inspection.secrets ?? []) this.seeSecret(placedSecret(secret, name, line));
    for (const control of inspection.cdaControls ?? []) this.seeControl(placedControl(control, name));
    for (const { where, reason } of inspection.unread ?? []) {
      this.leave(where === undefined ? name : `${name}/${where}`, reason);
    }
    this.#leaveRest(inspection, name);
    if (inspection.image) take?.({ where: name, data: content });
    const { ofTheHouse } = inspection;
    if (ofTheHouse) this.#house ??= placedHouse(ofTheHouse, name);
    this.#judge(inspection.validation, name);
    for (const day of [latestContentDay(inspection, false) ?? '', inspection.partsDay ?? ''])
      if (day > this.#day) this.#day = day;
    return inspection;
  }

  /** When the parts were recorded, as far as they say. */
  get recorded(): Pick<Inspection, 'partsDay'> {
    return this.#day === '' ? {} : { partsDay: this.#day };
  }

  /** The first of the parts that this tool wrote for the team alone. */
  get kept(): Pick<Inspection, 'ofTheHouse'> {
    return this.#house ? { ofTheHouse: this.#house } : {};
  }

  /** The report of a failure among the parts, the first of them. What succeeded says nothing of the other parts. */
  get failure(): Pick<Inspection, 'validation'> {
    return this.#validation ? { validation: this.#validation } : {};
  }

  /** A sentence in one document of many is no verdict of the whole. */
  #judge(validation: ValidationReportFacts | undefined, name: string): void {
    if (!validation || validation.tool === 'statement' || this.#validation) return;
    const { passed, errors = 0, where } = validation;
    if (passed === undefined ? errors === 0 : passed && errors === 0) return;
    this.#validation = { ...validation, where: where === undefined ? name : `${name}/${where}` };
  }

  /** What was opened, and not read to its end. */
  #leaveRest({ unread = [], damage, image, video, pdf, partial }: Inspection, name: string): void {
    if (image ?? video) this.leave(name, 'picture');
    else if (pdf?.textLayer === false) this.leave(name, 'scan');
    else if (pdf?.pictures) this.leave(name, 'picture');
    if (unread.length > 0) return;
    if (damage) this.leave(name, damage.code === 'encrypted' ? 'encrypted' : 'damaged');
    else if (partial === true) this.leave(name, 'size');
  }

  search(where: string, text: string): void {
    const max = this.#limits.maxFacts;
    this.identifiers.push(...findIdentifiers(text, where, { firstLine: null, max }));
    for (const secret of findSecrets(text, { where, firstLine: null, max })) this.seeSecret(secret);
  }

  seeControl(control: CdaControl): void {
    if (this.cdaControls.length < this.#limits.maxFacts) this.cdaControls.push(control);
    else this.leave(control.where, 'count');
  }

  seeSecret(secret: SecretSighting): void {
    if (this.secrets.length < this.#limits.maxFacts) this.secrets.push(secret);
  }

  leave(where: string | undefined, reason: UnreadReason): void {
    if (this.unread.length < this.#limits.maxFacts) this.unread.push({ ...(where !== undefined && { where }), reason });
  }

  #refusal(bytes: number): UnreadReason | undefined {
    if (this.#depth >= this.#limits.maxDepth) return 'depth';
    if (this.#spent.parts >= this.#limits.maxParts) return 'count';
    const tooLarge = bytes > this.#limits.maxBytes || this.#spent.bytes + bytes > this.#limits.maxPartBytes;
    return tooLarge ? 'size' : undefined;
  }
}

/** What a sheet of a workbook is, the workbook is. */
function placedHouse({ where }: { readonly where?: string }, name: string): { readonly where?: string } {
  if (where !== undefined) return { where: `${name}/${where}` };
  return /^(?:xl|word|ppt)\//u.test(name) ? {} : { where: name };
}

/** Lines are those of the part, not of the file. */
function placed(
  { value, system, unnamed, key, where }: IdentifierSighting,
  name: string,
  line: number | undefined,
): IdentifierSighting {
  return {
    value,
    ...(system !== undefined && { system }),
    ...(unnamed && { unnamed }),
    ...(key && { key }),
    where: where === undefined ? name : `${name}/${where}`,
    ...(line !== undefined && { line }),
  };
}

/** Lines stay those of the document: it is what they are read in. */
function placedControl(control: CdaControl, name: string): CdaControl {
  return { ...control, where: control.where === undefined ? name : `${name}/${control.where}` };
}

function placedSecret(
  { kind, form, until, where }: SecretSighting,
  name: string,
  line: number | undefined,
): SecretSighting {
  return {
    kind,
    form,
    where: where === undefined ? name : `${name}/${where}`,
    ...(line !== undefined && { line }),
    ...(until !== undefined && { until }),
  };
}
