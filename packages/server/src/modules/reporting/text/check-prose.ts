import { anniversariesIn, numberOf } from './anniversary.ts';
import { sentencesOf, TITLE_PLACE } from './places.ts';
import type { CheckInput, Problem } from './problems.ts';
import type { Draft } from './types.ts';

type Prose = {
  readonly place: string;
  readonly sentenceId: string;
  readonly text: string;
  readonly closing: boolean;
};

/** Anniversaries, years and names in the office's own words. */
export function proseProblems(draft: Draft, input: CheckInput): Problem[] {
  return proseOf(draft).flatMap((prose) => [
    ...anniversaryProblems(prose, draft, input),
    ...yearProblems(prose, draft.year),
    ...nameProblems(prose, input.people ?? []),
  ]);
}

function proseOf(draft: Draft): Prose[] {
  const closing = new Set(
    draft.blocks.filter((b) => b.section === 'closing').flatMap((b) => b.sentences.map((s) => s.id)),
  );
  const title = { place: TITLE_PLACE, sentenceId: TITLE_PLACE, text: draft.title, closing: false };
  return [
    title,
    ...sentencesOf(draft).map(({ place, id, runs }) => ({
      place,
      sentenceId: id,
      text: runs.map((run) => run.text).join(''),
      closing: closing.has(id),
    })),
  ];
}

function anniversaryProblems(prose: Prose, draft: Draft, { rules }: CheckInput): Problem[] {
  return anniversariesIn(prose.text, draft.year, rules)
    .filter(({ said, due }) => said !== due)
    .map(({ text, due }) => ({
      ...look(prose, 'wrong_anniversary', text),
      message: `按 ${draft.year} 年推算应为 ${due} 周年，文中写「${text}」。请改。`,
    }));
}

/** Near years only: 1979 is history, last year's number is most likely left over. Next year belongs into the closing. */
function yearProblems(prose: Prose, year: number): Problem[] {
  const YEAR = /(?<![0-9〔[(（])([12][0-9]{3})\s*年|([一二三四五六七八九〇零]{4})年/g;
  return [...prose.text.matchAll(YEAR)].flatMap((match) => {
    const said = numberOf(match[1] ?? match[2] ?? '');
    if (said === undefined || said === year || Math.abs(said - year) > 5) return [];
    if (prose.closing && said === year + 1) return [];
    return [
      {
        ...look(prose, 'other_year', match[0]),
        message: `本文写 ${year} 年的工作，文中有「${match[0]}」。请核对。`,
      },
    ];
  });
}

function nameProblems(prose: Prose, people: readonly string[]): Problem[] {
  return people
    .filter((name) => name.length > 1 && prose.text.includes(name))
    .map((name) => ({
      ...look(prose, 'full_name', name),
      message: `文中写了全名「${name}」。对外报送可改为「${name.slice(0, 1)}某」。`,
    }));
}

const look = ({ place, sentenceId }: Prose, code: Problem['code'], text: string) =>
  ({ code, severity: 'look', place, sentenceId, text }) as const;
