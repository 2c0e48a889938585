import type { DocumentParagraph, DocumentRun, OfficialDocument } from '../../../platform/document/index.ts';
import { type Annex, annexPaper } from './annex.ts';
import { isPrinted } from './places.ts';
import type { Problem } from './problems.ts';
import type { Block, Draft, Run, Sentence } from './types.ts';

export type ToDocumentOptions = {
  readonly state: 'draft' | 'signed';
  readonly annex: Annex;
  readonly signature?: { readonly office: string; readonly day: string };
  /** Differences found after signing: «360人 → 361人，补录1人（四.1）». */
  readonly corrections?: readonly string[];
  /** A draft's open problems, as `checkDraft` found them. */
  readonly problems?: readonly Problem[];
};

/** The summary as an official paper: text, 更正说明, annex 数据来源对照表, and for a draft what is still open. */
export function toDocument(draft: Draft, options: ToDocumentOptions): OfficialDocument {
  const { state, signature, corrections, problems } = options;
  return {
    title: draft.title,
    state: state === 'draft' ? 'draft' : 'final',
    paragraphs: draft.blocks.flatMap((block) => blockParagraphs(block, state)),
    ...(signature ? { signature } : {}),
    ...(corrections ? { corrections: corrections.map((text) => body([{ kind: 'text', text }])) } : {}),
    ...(problems ? { problems: problems.map(({ place, message }) => `（${place}）${message}`) } : {}),
    annexes: [annexPaper(draft, options.annex)],
  };
}

const body = (runs: readonly DocumentRun[]): DocumentParagraph => ({ level: 'body', runs });

function blockParagraphs(block: Block, state: ToDocumentOptions['state']): DocumentParagraph[] {
  const paragraphs = groupParagraphs(block.sentences.filter(isPrinted), state);
  const heading: DocumentParagraph[] =
    block.heading === undefined ? [] : [{ level: 'heading1', runs: [{ kind: 'text', text: block.heading }] }];
  if (paragraphs.length > 0) return [...heading, ...paragraphs];
  if (state === 'signed' || heading.length === 0) return [];
  return [...heading, body([{ kind: 'text', text: '（本节还没有可写的记录。）' }])];
}

function groupParagraphs(
  sentences: readonly Sentence[],
  state: ToDocumentOptions['state'],
): DocumentParagraph[] {
  const groups: DocumentRun[][] = [];
  for (const sentence of sentences) {
    const runs = sentence.runs.map((run) => documentRun(run, state));
    const last = groups.at(-1);
    if (last && !sentence.opensParagraph) last.push(...runs);
    else groups.push(runs);
  }
  return groups.map(body);
}

const DRAFT_MARKS: Readonly<Record<string, string>> = { 未佐证: '○' };

/** A signed paper carries no working marks: the annex says what is estimated or lacks papers. 人工 is always printed. */
function documentRun(run: Run, state: ToDocumentOptions['state']): DocumentRun {
  if (run.kind === 'typed') return { kind: 'text', text: run.text, marks: ['人工'] };
  if (run.kind === 'text') return run;
  const marks = state === 'draft' ? run.marks.map((mark) => DRAFT_MARKS[mark] ?? mark) : [];
  return { kind: 'figure', code: run.code, text: run.text, marks };
}
