import { figureProblems } from './check-figures.ts';
import { proseProblems } from './check-prose.ts';
import type { CheckRules } from './check-rules.ts';
import { totalProblems } from './check-totals.ts';
import { isPrinted, sentencesOf } from './places.ts';
import type { CheckInput, Problem } from './problems.ts';
import type { Draft } from './types.ts';
import { findUnsourced } from './unsourced.ts';

/** All that an office would want to know before it sends the summary to be signed, gravest first, then by place. */
export function checkDraft(draft: Draft, input: CheckInput): Problem[] {
  const problems = [
    ...unsourcedProblems(draft, input.rules),
    ...proseProblems(draft, input),
    ...figureProblems(draft, input),
    ...totalProblems(draft, input),
    ...unreadProblems(draft),
    ...emptyProblems(draft),
  ];
  return [...problems.filter((p) => p.severity === 'must'), ...problems.filter((p) => p.severity === 'look')];
}

function unsourcedProblems(draft: Draft, rules: CheckRules): Problem[] {
  const runs = new Map(sentencesOf(draft).map((sentence) => [sentence.id, sentence.runs]));
  return findUnsourced(draft, rules).map(({ place, sentenceId, text, run }) => {
    const typed = runs.get(sentenceId)?.[run]?.kind === 'typed';
    return {
      code: typed ? 'typed_without_reason' : 'unsourced',
      severity: 'must',
      place,
      sentenceId,
      text,
      message: typed
        ? `人工填报的「${text}」没有写理由或填报人。请补上。`
        : `「${text}」没有来源。请绑定指标，或标为人工填报。`,
    };
  });
}

function unreadProblems(draft: Draft): Problem[] {
  return sentencesOf(draft)
    .filter((sentence) => sentence.reused)
    .map(({ place, id, runs }) => ({
      code: 'reused_unread',
      severity: 'look',
      place,
      sentenceId: id,
      text: runs.map((run) => run.text).join(''),
      message: '沿用上年文字，还没有看过。',
    }));
}

/** A part with nothing to print: its heading falls away when it is signed, and the numbering has a gap. */
function emptyProblems(draft: Draft): Problem[] {
  return draft.blocks
    .filter(({ heading, sentences }) => heading !== undefined && !sentences.some(isPrinted))
    .map(({ section, heading = '' }) => ({
      code: 'empty_section',
      severity: 'look',
      place: section,
      sentenceId: '',
      text: heading,
      message: `「${heading}」还没有内容，签发后整节不印。请补台账，或自己写一句。`,
    }));
}
