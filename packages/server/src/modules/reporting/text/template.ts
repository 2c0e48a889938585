import type { Form } from './types.ts';

export const WORDS = ['单位', '年度', '上年度', '下年度', '周年', '缺表'] as const;
export type Word = (typeof WORDS)[number];

export type FigureSlot = {
  readonly kind: 'figure';
  readonly code: string;
  readonly unit: string;
  readonly form: Form;
};
export type PlainPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'word'; readonly word: Word }
  | FigureSlot;
/** A clause in [ ] falls away with its figures; the rest of the sentence stands. */
export type TemplatePart = PlainPart | { readonly kind: 'clause'; readonly parts: readonly PlainPart[] };
export type Template = readonly TemplatePart[];

const FORM_WORDS: ReadonlyMap<string, Form> = new Map([
  ['确数', 'exact'],
  ['汉字', 'chinese'],
  ['约数', 'rounded'],
  ['汉字约数', 'chineseRounded'],
  ['万元', 'wan'],
  ['分子', 'num'],
  ['分母', 'den'],
]);

/**
 * Reads a sentence as a county words it: `召开会议{A01|次}[，议定事项{A06.raised|项}]。`
 * A slot is {code|measure word|form}; the form is one of 确数 汉字 约数 汉字约数 万元 分子 分母, or left out.
 * Throws with the place of the fault.
 */
export function parseTemplate(text: string): Template {
  const pieces = text.split(/(\[[^[\]]*\])/).filter((piece) => piece !== '');
  return pieces.flatMap((piece): TemplatePart[] =>
    piece.startsWith('[') && piece.endsWith(']')
      ? [{ kind: 'clause', parts: plainParts(piece.slice(1, -1)) }]
      : plainParts(piece),
  );
}

function plainParts(text: string): PlainPart[] {
  const pieces = text.split(/(\{[^{}]*\})/).filter((piece) => piece !== '');
  return pieces.map((piece) => {
    if (piece.startsWith('{') && piece.endsWith('}')) return slot(piece.slice(1, -1));
    if (/[{}[\]]/.test(piece)) throw new Error(`unmatched bracket in «${piece}»`);
    return { kind: 'text', text: piece };
  });
}

function slot(inside: string): PlainPart {
  const [head = '', unit = '', formWord, ...rest] = inside.split('|').map((part) => part.trim());
  const word = WORDS.find((w) => w === head);
  if (word) return { kind: 'word', word };
  const form = formWord === undefined ? 'auto' : FORM_WORDS.get(formWord);
  if (!/^[A-Z]/.test(head) || form === undefined || rest.length > 0)
    throw new Error(`not a slot: «{${inside}}»`);
  return { kind: 'figure', code: head, unit, form };
}

/** The figures a template prints, in order. */
export function slotsOf(template: Template): FigureSlot[] {
  const parts = template.flatMap((part) => (part.kind === 'clause' ? part.parts : [part]));
  return parts.filter((part) => part.kind === 'figure');
}
