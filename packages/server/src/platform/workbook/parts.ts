import type { WorkbookLimits } from './limits.ts';
import { damaged, tooLarge } from './refusal.ts';
import { isDateFormatCode, isDateFormatId } from './serial.ts';
import type { ByteSource } from './source.ts';
import { attributesOf, createXmlScanner, textOf, unescapeControls, type XmlHandler } from './xml.ts';
import { partName, unpackPart, type ZipEntry } from './zip.ts';

/** One open package: where its parts are and what they may cost. */
export interface Package {
  readonly source: ByteSource;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly limits: WorkbookLimits;
}

/** Feeds one part to a handler. Refuses `damaged` when the part is absent or its root is another. */
export async function scanPart(
  pack: Package,
  name: string,
  root: string,
  handler: XmlHandler,
): Promise<void> {
  const scanner = createXmlScanner(root, handler, pack.limits.tokenBytes);
  for await (const chunk of unpackPart(pack.source, getPart(pack, name))) scanner.write(chunk);
  scanner.end();
}

export function getPart(pack: Package, name: string): ZipEntry {
  const entry = pack.entries.get(partName(name));
  if (!entry) throw damaged(`缺少 ${name}`);
  return entry;
}

type OnOpen = (name: string, attributes: () => Record<string, string>) => void;

function openHandler(onOpen: OnOpen): XmlHandler {
  return {
    open: (name, bytes, from, to) => onOpen(name, () => attributesOf(bytes, from, to)),
    close: () => {},
    text: () => {},
  };
}

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface Structure {
  readonly date1904: boolean;
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
}

interface Relation {
  readonly kind: string;
  readonly part: string;
}

/** Sheets in the order of their tabs. Relations that lead out of the package are never followed. */
export async function readStructure(pack: Package): Promise<Structure> {
  const roots = await readRelations(pack, '_rels/.rels', '');
  const workbook = [...roots.values()].find((relation) => relation.kind === 'officeDocument')?.part;
  if (workbook === undefined) throw damaged('缺少 workbook.xml');
  const folder = workbook.replace(/[^/]*$/, '');
  const relations = await readRelations(pack, `${folder}_rels/${workbook.slice(folder.length)}.rels`, folder);
  const byKind = (kind: string) => [...relations.values()].find((relation) => relation.kind === kind)?.part;
  return {
    ...(await readSheetList(pack, workbook, relations)),
    sharedStrings: byKind('sharedStrings'),
    styles: byKind('styles'),
  };
}

async function readRelations(pack: Package, name: string, folder: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  const onOpen: OnOpen = (element, attributes) => {
    if (element !== 'Relationship') return;
    const { Id = '', Type = '', Target = '', TargetMode } = attributes();
    if (TargetMode === 'External') return;
    relations.set(Id, { kind: Type.replace(/^.*\//, ''), part: resolveTarget(folder, Target) });
  };
  await scanPart(pack, name, 'Relationships', openHandler(onOpen));
  return relations;
}

function resolveTarget(folder: string, target: string): string {
  const slashed = target.replaceAll('\\', '/');
  const steps = (slashed.startsWith('/') ? slashed : folder + slashed).split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

async function readSheetList(
  pack: Package,
  workbook: string,
  relations: ReadonlyMap<string, Relation>,
): Promise<Pick<Structure, 'date1904' | 'sheets'>> {
  let date1904 = false;
  const sheets: SheetPart[] = [];
  const onOpen: OnOpen = (element, attributes) => {
    if (element === 'workbookPr') date1904 = isTrue(attributes().date1904);
    if (element !== 'sheet') return;
    const { name = '', state, id = '' } = attributes();
    const relation = relations.get(id);
    if (!relation) throw damaged(`工作表「${name}」没有内容`);
    if (relation.kind !== 'worksheet') return;
    sheets.push({ name, hidden: state === 'hidden' || state === 'veryHidden', part: relation.part });
  };
  await scanPart(pack, workbook, 'workbook', openHandler(onOpen));
  return { date1904, sheets };
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** For each cell style, whether its number format shows a day. */
export async function readDateStyles(pack: Package, part: string | undefined): Promise<boolean[]> {
  if (part === undefined) return [];
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCellFormats = false;
  const onOpen: OnOpen = (element, attributes) => {
    if (element === 'numFmt') {
      const { numFmtId = '', formatCode = '' } = attributes();
      custom.set(Number(numFmtId), isDateFormatCode(formatCode));
    } else if (element === 'xf' && inCellFormats) {
      const id = Number(attributes().numFmtId ?? 0);
      styles.push(custom.get(id) ?? isDateFormatId(id));
    } else if (element === 'cellXfs') inCellFormats = true;
    else if (element === 'cellStyles' || element === 'dxfs') inCellFormats = false;
  };
  await scanPart(pack, part, 'styleSheet', openHandler(onOpen));
  return styles;
}

/** The table of shared strings, rich text joined, phonetic guides left out. */
export async function readSharedStrings(pack: Package, part: string | undefined): Promise<string[]> {
  if (part === undefined) return [];
  const strings: string[] = [];
  let characters = 0;
  const collect = createTextCollector((text) => {
    characters += text.length;
    if (characters > pack.limits.sharedCharacters) throw tooLarge('文字太多');
    strings.push(text);
  }, 'si');
  await scanPart(pack, part, 'sst', collect);
  return strings;
}

/** Joins the `t` runs inside each `container` but those of phonetic guides (`rPh`). */
export function createTextCollector(onText: (text: string) => void, container: string): XmlHandler {
  let text = '';
  let isGuide = false;
  let isText = false;
  return {
    open(name) {
      if (name === container) text = '';
      else if (name === 'rPh') isGuide = true;
      else if (name === 't') isText = !isGuide;
    },
    close(name) {
      if (name === container) onText(unescapeControls(text));
      else if (name === 'rPh') isGuide = false;
      else if (name === 't') isText = false;
    },
    text(bytes, from, to, escaped) {
      if (isText) text += textOf(bytes, from, to, escaped);
    },
  };
}
