/**
 * The page of GB/T 9704-2012 (党政机关公文格式) in Word's own units: twips for lengths, half points for type.
 * Measured: 579 exact is the largest pitch that still puts 22 lines on a page, and minus a quarter point per
 * character lets 28 of them on a line; a document grid would break both.
 */
const TWIPS_PER_MM = 1440 / 25.4;

export function twipsOfMm(mm: number): number {
  return Math.round(mm * TWIPS_PER_MM);
}

export const PAGE = {
  width: 11_906,
  height: 16_838,
  margin: {
    top: twipsOfMm(37),
    bottom: twipsOfMm(35),
    left: twipsOfMm(28),
    right: twipsOfMm(26),
    // The page number stands 7 mm under the text area: 35 mm less 7 mm less its own 5 mm.
    footer: twipsOfMm(23),
    header: twipsOfMm(22),
  },
} as const;

export const TEXT_WIDTH_MM = 156;
export const LINE = 579;
export const CHARACTER_SPACING = -5;

/** 二号, 三号, 四号, 小五, 五号 in half points. */
export const SIZE = { title: 44, body: 32, pageNumber: 28, table: 18, note: 21 } as const;

/** Fonts are named, never embedded: the office's own machine has them. */
export const FONT = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading1: '黑体',
  heading2: '楷体_GB2312',
  pageNumber: '宋体',
} as const;

/** Names one font for all scripts; the hint makes quotation marks full-width beside Chinese. */
export function font(name: string) {
  return { ascii: name, hAnsi: name, eastAsia: name, hint: 'eastAsia' } as const;
}
