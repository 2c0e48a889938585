import { useMemo } from 'react';
import { manualHtml } from './manual.ts';

const chapters = import.meta.glob<string>('../../../../docs/manual/*.md', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const pictures = import.meta.glob<string>('../../../../docs/manual/images/*.png', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** 帮助: the manual, the same pages as in the project's `docs/manual`. */
export function Page() {
  const html = useMemo(() => manualHtml(chapters, pictures), []);
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: our own manual, built into the program
    <article className="page manual" dangerouslySetInnerHTML={{ __html: html }} />
  );
}
