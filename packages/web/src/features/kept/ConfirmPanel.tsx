import { useState } from 'react';
import { type FieldError, fieldErrors } from '../../api/errors.ts';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import {
  DetailPanel,
  ErrorSummary,
  type PaperDraft,
  PaperDrop,
  PickField,
  TextField,
} from '../../components/index.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { SOURCES } from '../people/events.ts';
import { categoryWords } from '../people/words.ts';
import { stateOf, WAYS, wayWords } from './confirming.ts';
import { type ConfirmLine, confirmPeople, paperOf, type Way } from './data.ts';

interface ConfirmPanelProps {
  /** The person of the row, or everybody who is ticked. */
  readonly people: readonly ConfirmLine[];
  /** What was recorded, in words; whoever was recorded is done with. */
  readonly onDone: (words: string) => void;
}

interface Death {
  readonly day: string;
  readonly source: string;
}

const NO_DEATH: Death = { day: '', source: '' };

const whom = (people: readonly ConfirmLine[]) =>
  people.length === 1 ? (people[0]?.name ?? '') : `${people.length} 人`;

function doneWords(people: readonly ConfirmLine[], way: Way): string {
  if (way === 'withdrawn') return `${whom(people)}的确认已撤回。`;
  const held = way === 'unreachable' || way === 'dead' ? '，下一批先不发' : '';
  return `${whom(people)}：${wayWords(way)}${held}。`;
}

/** What is recorded with every key: the day, by whom, a note, a photo; kept while going from one to the next. */
function useRecording({ people, onDone }: ConfirmPanelProps) {
  const { division, year } = useScope();
  const { today, user } = useSession();
  const [onDay, setOnDay] = useState(today);
  const [byName, setByName] = useState(user?.name ?? '');
  const [papers, setPapers] = useState<readonly PaperDraft[]>([]);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const record = async (way: Way, death?: Death) => {
    if (people.length === 0 || busy) return;
    setBusy(true);
    setErrors([]);
    try {
      const personIds = people.map(({ personId }) => personId);
      const who = byName.trim() === '' ? {} : { byName: byName.trim() };
      const paper = await paperOf(division, papers);
      const told = death === undefined ? {} : { death };
      await confirmPeople(division, { year, way, onDay, personIds, ...who, ...paper, ...told });
      setPapers([]);
      onDone(doneWords(people, way));
    } catch (problem) {
      setErrors(fieldErrors(problem, death === undefined ? 'onDay' : 'deathDay'));
    } finally {
      setBusy(false);
    }
  };
  return { onDay, setOnDay, byName, setByName, papers, setPapers, errors, busy, record };
}

/** One panel for the person of the row or everybody ticked: five ways, each one key. */
export function ConfirmPanel(props: ConfirmPanelProps) {
  const { people } = props;
  const { today } = useSession();
  const recording = useRecording(props);
  const { onDay, setOnDay, byName, setByName, papers, setPapers, errors, busy, record } = recording;
  const [dyingId, setDyingId] = useState<string>();
  const isOne = people.length === 1;
  const [one] = people;
  const dying = isOne && one?.personId === dyingId;
  const start = (way: Way) => {
    if (way === 'dead') setDyingId(one?.personId);
    else void record(way);
  };
  const keys = WAYS.filter(({ way }) => way !== 'dead' || isOne);
  useShortcuts(
    people.length === 0
      ? {}
      : Object.fromEntries(keys.map(({ key, words, way }) => [key, { words, run: () => start(way) }])),
  );
  return (
    <DetailPanel title={isOne ? (one?.name ?? '') : `选中 ${people.length} 人`} note={isOne && noteOf(one)}>
      <div>
        <ErrorSummary errors={errors} />
        {isOne && one && <Now line={one} onWithdraw={() => void record('withdrawn')} />}
        <div className="fld-two">
          <TextField
            id="onDay"
            label="哪天确认"
            errors={errors}
            type="date"
            max={today}
            value={onDay}
            onChange={setOnDay}
          />
          <TextField id="byName" label="谁确认" value={byName} onChange={setByName} />
        </div>
        <PaperDrop papers={papers} onChange={setPapers} day={onDay} disabled={busy} />
        {dying ? (
          <DeathFields
            errors={errors}
            busy={busy}
            onClose={() => setDyingId(undefined)}
            onReport={(death) => void record('dead', death)}
          />
        ) : (
          <div className="kept-ways">
            {keys.map(({ way, key, words }) => (
              <button
                key={way}
                type="button"
                className={way === 'met' ? 'btn pri' : 'btn'}
                disabled={busy}
                onClick={() => start(way)}
              >
                {words} {key}
              </button>
            ))}
          </div>
        )}
        <p className="t2 kept-part">联系不上的，下一批先不发，确认到了自动恢复。已去世的，转去世登记。</p>
      </div>
    </DetailPanel>
  );
}

const noteOf = (line: ConfirmLine | undefined) =>
  line === undefined ? '' : `${line.village ?? '村不详'}　${categoryWords(line.categories)}`;

function Now({ line, onWithdraw }: { line: ConfirmLine; onWithdraw: () => void }) {
  const { confirmation } = line;
  if (confirmation === null || stateOf(line) === 'open') return null;
  return (
    <p className="kept-part">
      已记：{wayWords(confirmation.way)}，{confirmation.onDay}，{confirmation.byName}{' '}
      {confirmation.way !== 'dead' && (
        <button type="button" className="lnk" onClick={onWithdraw}>
          撤回
        </button>
      )}
    </p>
  );
}

interface DeathFieldsProps {
  readonly errors: readonly FieldError[];
  readonly busy: boolean;
  readonly onReport: (death: Death) => void;
  readonly onClose: () => void;
}

/** 已去世: the day and who told it; the report then waits for a second person. */
function DeathFields({ errors, busy, onReport, onClose }: DeathFieldsProps) {
  const { today } = useSession();
  const [death, setDeath] = useState(NO_DEATH);
  const [lacks, setLacks] = useState<readonly FieldError[]>([]);
  const report = () => {
    const missing = [
      ...(death.day === '' ? [{ field: 'deathDay', message: '请选去世日期。' }] : []),
      ...(death.source === '' ? [{ field: 'source', message: '请选谁报的。' }] : []),
    ];
    setLacks(missing);
    if (missing.length === 0) onReport(death);
  };
  const all = [...lacks, ...errors];
  return (
    <>
      <div className="fld-two kept-part">
        <TextField
          id="deathDay"
          label="去世日期"
          errors={all}
          type="date"
          max={today}
          value={death.day}
          onChange={(day) => setDeath({ ...death, day })}
        />
        <PickField
          id="source"
          label="谁报的"
          errors={all}
          value={death.source}
          options={SOURCES.map((words) => ({ value: words, words }))}
          onChange={(source) => setDeath({ ...death, source })}
          none="请选"
        />
      </div>
      <div className="row gap3 form-end">
        <button type="button" className="btn" onClick={onClose}>
          先不报
        </button>
        <button type="button" className="btn pri" disabled={busy} onClick={report}>
          报去世
        </button>
      </div>
    </>
  );
}
