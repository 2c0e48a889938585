import { uploadPaper } from '../../api/records.ts';
import { type PaperDraft, PaperDrop } from '../../components/index.ts';
import { FindPaper } from './FindPaper.tsx';
import './ledger.css';

/** A paper of the archive. */
export interface Filed {
  readonly id: string;
  readonly title: string;
}

/** The one paper a step rests on: one that is filed already, or one about to be. */
export interface OnePaperChoice {
  readonly drafts: readonly PaperDraft[];
  readonly filed: Filed | undefined;
}

export const NO_PAPER: OnePaperChoice = { drafts: [], filed: undefined };

export const isChosen = ({ drafts, filed }: OnePaperChoice): boolean =>
  filed !== undefined || drafts[0] !== undefined;

/** The id of the paper chosen; a new one is filed first, and is the choice from then: a second try files no other. */
export async function chosenPaper(
  division: string,
  { drafts, filed }: OnePaperChoice,
  onFiled: (choice: OnePaperChoice) => void,
): Promise<string> {
  const [draft] = drafts;
  if (filed || draft === undefined) return filed?.id ?? '';
  const { id, already } = await uploadPaper(division, draft);
  onFiled({ drafts: [], filed: { id, title: already?.title ?? draft.title } });
  return id;
}

interface OnePaperProps {
  readonly choice: OnePaperChoice;
  readonly onChange: (choice: OnePaperChoice) => void;
  /** The day offered for a new paper. */
  readonly day: string;
}

/** Drops or chooses a paper, or finds one in the archive; the one chosen last counts. */
export function OnePaper({ choice: { drafts, filed }, onChange, day }: OnePaperProps) {
  if (filed)
    return (
      <p>
        <b>{filed.title}</b>{' '}
        <button type="button" className="lnk" onClick={() => onChange(NO_PAPER)}>
          换一份
        </button>
      </p>
    );
  return (
    <>
      <PaperDrop
        papers={drafts}
        onChange={(papers) => onChange({ drafts: papers.slice(-1), filed: undefined })}
        day={day}
      />
      {drafts.length === 0 && (
        <>
          <p className="t2">或者用档案里已有的：</p>
          <FindPaper onPick={({ id, title }) => onChange({ drafts: [], filed: { id, title } })} />
        </>
      )}
    </>
  );
}
