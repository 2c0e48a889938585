import type { Block, Draft, Sentence } from './data.ts';
import { sentencesOf } from './draft.ts';

/** What somebody wrote of a sentence: words, bindings and paragraph; figures' own texts are the server's. */
function written({ runs, opensParagraph, reused }: Sentence): string {
  const parts = runs
    .filter((run) => run.kind !== 'text' || run.text !== '')
    .map((run) => (run.kind === 'figure' ? [run.code, run.unit, run.form] : run));
  return JSON.stringify([parts, opensParagraph === true, reused === true]);
}

type ById = ReadonlyMap<string, Sentence>;
const byId = (draft: Draft): ById => new Map(sentencesOf(draft).map((sentence) => [sentence.id, sentence]));

const differs = (left: Sentence | undefined, right: Sentence | undefined) =>
  (left && written(left)) !== (right && written(right));

/** Of one sentence that is stored: mine where I changed it, gone where only I touched it and took it out. */
function merged(theirs: Sentence, base: ById, mine: ById): Sentence[] {
  const { id } = theirs;
  const [was, own] = [base.get(id), mine.get(id)];
  if (was === undefined) return [theirs];
  if (own === undefined) return differs(theirs, was) ? [theirs] : [];
  return [differs(own, was) ? own : theirs];
}

/** Puts the sentences I added behind those they stood behind. */
function withAdded(sentences: readonly Sentence[], own: readonly Sentence[], base: ById): Sentence[] {
  const all = [...sentences];
  own.forEach((sentence, index) => {
    if (base.has(sentence.id) || all.some(({ id }) => id === sentence.id)) return;
    const before = own.slice(0, index).map(({ id }) => id);
    const at = all.map(({ id }) => before.includes(id)).lastIndexOf(true);
    all.splice(at + 1, 0, sentence);
  });
  return all;
}

/**
 * Two people's changes of one draft in one: sentence by sentence, mine where I changed it, else what is stored. A
 * sentence both changed stays as I wrote it.
 */
export function mergeDrafts(base: Draft, mine: Draft, theirs: Draft): Draft {
  const [was, own] = [byId(base), byId(mine)];
  const blocks = theirs.blocks.map((block): Block => {
    const ownBlock = mine.blocks.find(({ section }) => section === block.section);
    const sentences = block.sentences.flatMap((sentence) => merged(sentence, was, own));
    return { ...block, sentences: withAdded(sentences, ownBlock?.sentences ?? [], was) };
  });
  return { ...theirs, title: mine.title === base.title ? theirs.title : mine.title, blocks };
}
