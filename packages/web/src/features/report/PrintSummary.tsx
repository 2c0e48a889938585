import type { Draft, Sentence } from './data.ts';
import { isPrinted, paragraphsOf } from './draft.ts';
import './print.css';

interface PrintSummaryProps {
  readonly draft: Draft;
  /** 草稿 or 已送签，未签发; nothing on a signed one. */
  readonly stamp: string;
}

const wordsOf = (sentences: readonly Sentence[]) =>
  sentences.map(({ runs }) =>
    runs.map((run) => (run.kind === 'typed' ? `${run.text}（人工）` : run.text)).join(''),
  );

/**
 * The text on A4 to be read and written on; the official paper is the docx. Head and foot of the table are the
 * margins, which the browser repeats on every page.
 */
export function PrintSummary({ draft, stamp }: PrintSummaryProps) {
  return (
    <>
      <style>{'@page { size: A4 portrait; margin: 0 }'}</style>
      <table className="summary-print">
        <thead>
          <tr>
            <td>{stamp}</td>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              <h1>{draft.title}</h1>
              {draft.blocks.map((block) => (
                <section key={block.section}>
                  {block.heading !== undefined && <h2>{block.heading}</h2>}
                  {paragraphsOf({ ...block, sentences: block.sentences.filter(isPrinted) }).map(
                    (sentences) => (
                      <p key={sentences[0]?.id}>{wordsOf(sentences)}</p>
                    ),
                  )}
                </section>
              ))}
            </td>
          </tr>
        </tbody>
        <tfoot>
          <tr>
            <td />
          </tr>
        </tfoot>
      </table>
    </>
  );
}
