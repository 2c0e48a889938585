import { z } from 'zod';

/** Counts are whole numbers, money and days decimal strings, rates pairs; null with a reason where there is no source. */
export type FigureNumber = number | string | { readonly num: number; readonly den: number } | null;

/** What the indicators answer for one code, and all that the text needs of it. */
export type FigureValue = {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly value: FigureNumber;
  readonly reason?: string;
  readonly estimated: boolean;
  readonly unevidenced: number;
  readonly records: number;
  readonly asOf: string;
};

export type Figures = ReadonlyMap<string, FigureValue>;

/**
 * How a figure is worded. `auto` prints 200余 where the figure is marked 估 and exact otherwise; `rounded` is the
 * writer's own choice of 余; `wan` is 万元; `num` and `den` are the two counts of a rate.
 */
export const FORMS = ['auto', 'exact', 'chinese', 'rounded', 'chineseRounded', 'wan', 'num', 'den'] as const;
export type Form = (typeof FORMS)[number];

export const SECTIONS = ['opening', '一', '二', '三', '四', '五', 'closing'] as const;
export type SectionKey = (typeof SECTIONS)[number];

const textRun = z.object({ kind: z.literal('text'), text: z.string().max(4000) });

const figureRun = z.object({
  kind: z.literal('figure'),
  code: z.string().min(1).max(60),
  /** The measure word printed after the number: 次, 名, 元. */
  unit: z.string().max(10),
  form: z.enum(FORMS),
  /** What is printed; the server writes it anew from the figure and never believes the browser's. Empty when missing. */
  text: z.string().max(60),
  marks: z.array(z.enum(['估', '未佐证'])),
});

/** A number the office vouches for itself: printed with the mark 人工, worth nothing without reason and name. */
const typedRun = z.object({
  kind: z.literal('typed'),
  text: z.string().min(1).max(200),
  reason: z.string().max(500),
  who: z.string().max(50),
});

const sentence = z.object({
  id: z.string().min(1).max(80),
  /** Section and number of the sentence: 三.2. Written by `numberPlaces`. */
  place: z.string().max(20),
  /** The first sentence of a new paragraph. */
  opensParagraph: z.boolean().optional(),
  /** Taken from last year and not read yet. */
  reused: z.boolean().optional(),
  runs: z.array(z.discriminatedUnion('kind', [textRun, figureRun, typedRun])).max(200),
});

const block = z.object({
  section: z.enum(SECTIONS),
  heading: z.string().max(200).optional(),
  sentences: z.array(sentence).max(300),
});

/** The summary as the browser edits and the server stores it. */
export const draftSchema = z.object({
  year: z.int().min(1928).max(2200),
  title: z.string().min(1).max(200),
  /** Proper names that may hold numerals (三河镇, 八里村): never taken for figures. */
  names: z.array(z.string().max(100)).max(2000),
  blocks: z.array(block).max(20),
});

export type Draft = z.infer<typeof draftSchema>;
export type Block = z.infer<typeof block>;
export type Sentence = z.infer<typeof sentence>;
export type Run = Sentence['runs'][number];
export type TextRun = z.infer<typeof textRun>;
export type FigureRun = z.infer<typeof figureRun>;
export type TypedRun = z.infer<typeof typedRun>;
