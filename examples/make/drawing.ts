import { strToU8 } from 'fflate';
import sharp from 'sharp';
import type { Row } from './contract.ts';
import { NOTICE, packed } from './write.ts';

const FONT = 'Noto Sans CJK SC, Noto Sans CJK, Source Han Sans SC, Microsoft YaHei, SimSun, sans-serif';
const SKIES = ['#cfe3f2', '#f4e2c6', '#dcefd9', '#f3d9d6', '#e3dff0'];

/** How a paper of the sample looks: a photo, a scanned sheet, or a typed document. */
export type Drawing = '照片' | '扫描' | '文稿';

export function drawingOf(word: Row[string]): Drawing | undefined {
  if (word === undefined || word === '照片' || word === '扫描' || word === '文稿') return word;
  throw new Error(`no drawing ${word}`);
}

interface Paper {
  readonly title: string;
  readonly date: string;
  readonly number: string;
}

/** The bytes of the file that a row of 档案 names, drawn by the file's ending. */
export async function drawn(row: Row): Promise<Uint8Array> {
  const paper = { title: String(row.题名), date: String(row.日期), number: String(row.文号 ?? '') };
  const file = String(row.文件);
  if (file.endsWith('.jpg')) return photo(paper);
  return file.endsWith('.pdf') ? scan(paper) : typed(paper);
}

function hue(paper: Paper): number {
  return [...paper.title].reduce((sum, c) => sum + (c.codePointAt(0) ?? 0), 0);
}

async function photo(paper: Paper): Promise<Uint8Array> {
  const seed = hue(paper);
  const people = Array.from({ length: 4 + (seed % 5) }, (_, i) => {
    const x = 70 + i * 48 + ((seed * (i + 3)) % 17);
    return `<circle cx="${x}" cy="196" r="11" fill="#8a6d52"/><rect x="${x - 13}" y="208" width="26" height="44" rx="6" fill="#4d6350"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="520" height="350">
    <rect width="520" height="350" fill="${SKIES[seed % SKIES.length]}"/>
    <path d="M0 210 L120 ${90 + (seed % 50)} L230 190 L350 ${80 + (seed % 70)} L520 205 V350 H0Z" fill="#7d9a76"/>
    <rect y="232" width="520" height="118" fill="#b9a98a"/>${people.join('')}
    <rect x="60" y="120" width="400" height="36" fill="#b3261e"/>
    <text x="260" y="145" font-family="${FONT}" font-size="19" fill="#fff" text-anchor="middle">${paper.title}</text>
    <rect y="300" width="520" height="50" fill="#fff"/>
    <text x="16" y="322" font-family="${FONT}" font-size="15" fill="#222">${paper.date} ${paper.title}</text>
    <text x="16" y="342" font-family="${FONT}" font-size="14" fill="#b3261e">示例，合成（画成，不是照片）</text></svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 72 }).toBuffer());
}

function label(x: number, y: number, word: string): string {
  return `<text x="${x}" y="${y}" font-family="${FONT}" font-size="15" fill="#333">${word}</text>`;
}

/** A scanned sheet as scanners make them: one picture on one A4 page. */
async function scan(paper: Paper): Promise<Uint8Array> {
  const heads = ['序号', '姓名', '签名', '备注'].map((word, i) => label(72 + i * 120, 178, word));
  const lines = Array.from({ length: 14 }, (_, i) => {
    const y = 190 + i * 40;
    return `<path d="M60 ${y}H540" stroke="#555"/>${i === 0 ? heads.join('') : label(72, y - 12, String(i))}`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="848"><rect width="600" height="848" fill="#fdfcf8"/>
    <text x="300" y="80" font-family="${FONT}" font-size="24" text-anchor="middle">${paper.title}</text>
    <text x="300" y="115" font-family="${FONT}" font-size="15" text-anchor="middle">${paper.date}</text>${lines.join('')}
    <text x="300" y="800" font-family="${FONT}" font-size="18" fill="#b3261e" text-anchor="middle">${NOTICE}</text></svg>`;
  const jpeg = await sharp(Buffer.from(svg)).jpeg({ quality: 60 }).toBuffer();
  return pictureAsPdf(jpeg, 600, 848);
}

function pictureAsPdf(jpeg: Uint8Array, width: number, height: number): Uint8Array {
  const content = 'q 595 0 0 842 0 0 cm /P Do Q';
  const picture = `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>`;
  const objects = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
    Buffer.from(
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</P 4 0 R>>>>/Contents 5 0 R>>',
    ),
    Buffer.concat([Buffer.from(`${picture}stream\n`), jpeg, Buffer.from('\nendstream')]),
    Buffer.from(`<</Length ${content.length}>>stream\n${content}\nendstream`),
  ];
  const parts = [Buffer.from('%PDF-1.4\n')];
  const places = objects.map((object, i) => {
    const place = parts.reduce((sum, part) => sum + part.length, 0);
    parts.push(Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n'));
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = parts.reduce((sum, part) => sum + part.length, 0);
  const table = `xref\n0 6\n0000000000 65535 f \n${places.join('')}`;
  return new Uint8Array(
    Buffer.concat([
      ...parts,
      Buffer.from(`${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`),
    ]),
  );
}

/** A typed document with the least a word processor opens. */
function typed(paper: Paper): Uint8Array {
  const body = [paper.title, paper.number, paper.date, '正文从略，只供练习挂接材料。', NOTICE]
    .filter((line) => line !== '')
    .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`);
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const office = 'http://schemas.openxmlformats.org';
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return packed({
    '[Content_Types].xml': strToU8(
      `${head}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${head}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${head}<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
    ),
  });
}
