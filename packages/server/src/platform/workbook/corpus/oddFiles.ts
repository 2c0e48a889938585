import { DATE_STYLES, oneSheet, rawWorkbook } from './rawWorkbook.ts';
import { buildZip } from './zipBuilder.ts';

const inline = (reference: string, text: string) =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** Good files no ordinary program writes quite like this; what each holds is told in `read.test.ts`. */
export const prefixedXml = (): Buffer =>
  rawWorkbook({
    sheets: [
      {
        name: '表',
        rows: '',
        xml: `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>
          <x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1"><x:v>7</x:v></x:c></x:row></x:sheetData>
          <x:mergeCells count="1"><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>`,
      },
    ],
    strings: '<si><t>姓名</t></si>',
  });

export const phoneticGuides = (): Buffer =>
  oneSheet(
    `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>李</t><rPh sb="0" eb="1"><t>li</t></rPh></is></c></row>`,
    {
      strings:
        '<si><r><t>王</t></r><r><rPr><b/></rPr><t>小明</t></r><rPh sb="0" eb="1"><t>wang</t></rPh><phoneticPr fontId="1"/></si>',
    },
  );

export const formulas = (): Buffer =>
  oneSheet(
    `<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f>1+1</f><v></v></c>
     <c r="D1" t="str"><f>"a"</f><v>a</v></c><c r="E1" t="str"><f>""</f><v></v></c>
     <c r="F1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="G1"><f>[1]外部!A1</f><v>9</v></c></row>`,
    {
      extraRelations:
        '<Relationship Id="rX" Type="http://x/externalLink" Target="http://127.0.0.1:1/x.xlsx" TargetMode="External"/>',
    },
  );

/** Serials 1, 59, 60, 61, 43009, 43009.75 and 0.5 in date formats, 43009 in General. */
export const dates = (date1904 = false): Buffer => {
  const serials = ['1', '59', '60', '61', '43009', '43009.75', '0.5'];
  const cells = serials.map((serial, index) => `<c s="${(index % 2) + 1}"><v>${serial}</v></c>`);
  const plain = '<c><v>43009</v></c><c s="3"><v>43009.5</v></c><c t="d"><v>2017-10-01T00:00:00</v></c>';
  return oneSheet(`<row r="1">${cells.join('')}${plain}</row>`, { styles: DATE_STYLES, date1904 });
};

export const numbersAndTexts = (): Buffer =>
  oneSheet(`<row r="1">
    <c r="A1"><v>110105199001011234</v></c><c r="B1"><v>1.1010519900101101E+17</v></c>
    ${inline('C1', '110105199001011234')}<c r="D1"><v>12.300000000000001</v></c><c r="E1"><v>1E-2</v></c>
    ${inline('F1', '１２３４')}<c r="G1" t="b"><v>1</v></c><c r="H1" t="e"><v>#N/A</v></c><c r="I1"><v>-0.50</v></c></row>`);

export const rareCharacters = (): Buffer =>
  oneSheet(
    `<row r="1">${inline('A1', '𠮷野')}${inline('B1', '𬭛')}${inline('C1', '&#x1F004;&amp;&lt;')}
     ${inline('D1', 'a_x000D_\nb')}${inline('E1', '_x005F_x000D_')}<c r="F1" t="inlineStr"><is><t xml:space="preserve"> 前后 </t></is></c>
     <c r="G1" t="inlineStr"><is><t><![CDATA[<b>&amp;]]></t></is></c></row>`,
  );

export const farCell = (): Buffer => oneSheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>');

/** As WPS and some exporters write: no shared strings, no row numbers or references, backslashes in part names. */
export const wpsLike = (): Buffer => {
  const bytes = oneSheet(
    '<row><c t="str"><v>姓名</v></c><c t="str"><v>村</v></c></row><row/><row><c t="str"><v>王小明</v></c><c/><c><v>3</v></c></row>',
  );
  return bytes;
};

export const backslashes = (): Buffer =>
  buildZip([
    { name: '[Content_Types].xml', data: '<Types/>' },
    {
      name: '_rels\\.rels',
      data: '<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="/xl\\Workbook.xml"/></Relationships>',
    },
    { name: 'xl\\Workbook.xml', data: '<workbook><sheets><sheet name="表" r:id="b"/></sheets></workbook>' },
    {
      name: 'xl\\_rels\\workbook.xml.rels',
      data: '<Relationships><Relationship Id="b" Type="http://x/worksheet" Target="worksheets\\Sheet1.xml"/></Relationships>',
    },
    {
      name: 'xl\\worksheets\\sheet1.xml',
      data: '<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>',
      stored: true,
    },
  ]);

export const severalSheets = (): Buffer =>
  rawWorkbook({
    sheets: [
      { name: '甲&amp;乙', rows: '' },
      { name: '藏', rows: `<row r="2" hidden="1">${inline('B2', '看得见')}</row>`, state: 'veryHidden' },
      {
        name: '表头',
        rows: `<row r="1">${inline('A1', '标题')}</row><row r="3">${inline('A3', 'x')}</row><row r="30">${inline('A30', 'y')}</row>`,
        after:
          '<mergeCells count="3"><mergeCell ref="A1:D1"/><mergeCell ref="B3:B4"/><mergeCell ref="A30:B30"/></mergeCells>',
      },
    ],
  });
