import { useEffect, useMemo } from 'react';
import './help.css';
import { chaptersOf } from './manual.ts';

const texts = import.meta.glob<string>('../../../../docs/manual/*.md', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const pictures = import.meta.glob<string>('../../../../docs/manual/images/*.png', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** 帮助: the manual, the same pages as in the project's `docs/manual`, with its chapters at the left. */
export function Page() {
  const chapters = useMemo(() => chaptersOf(texts, pictures), []);
  useEffect(() => {
    // The chapters are drawn after the browser looked for the part named behind #.
    const id = decodeURIComponent(location.hash.slice(1));
    if (id !== '') document.getElementById(id)?.scrollIntoView();
  }, []);
  return (
    <div className="help">
      <nav aria-label="手册目录">
        <h2>手册</h2>
        <ol>
          {chapters.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="chapters">
        {chapters.map(({ id, html }) => (
          <article
            key={id}
            id={id}
            className="manual"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: our own manual, built into the program
            dangerouslySetInnerHTML={{ __html: html }}
          />
        ))}
      </div>
    </div>
  );
}
