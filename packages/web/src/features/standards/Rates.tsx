import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { GoLink, useGo } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { Empty, FilterLine, FilterPick, FilterTick, Note, Part, useFilter } from '../../components/index.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { type EnteredPackage, ratesQuery } from './data.ts';
import { History } from './History.tsx';
import { Lacks } from './Lacks.tsx';
import { PrintRates } from './PrintRates.tsx';
import { RateTables } from './RateTables.tsx';
import { isAround, levelsOf, regionName } from './regions.ts';
import { lackingOf, type Rate, type RateSection, sectionsOf } from './sections.ts';
import { SECTIONS } from './words.ts';

function useMonth(): readonly [string, (month: string) => void] {
  const { today } = useSession();
  const [month, setMonth] = useFilter('month');
  return [/^\d{4}-\d{2}$/.test(month) ? month : today.slice(0, 7), setMonth];
}

/** Every rate of a month at a place, with its document; a click on an amount tells its history. */
export function Rates({ packages }: { packages: readonly EnteredPackage[] }) {
  const { division } = useScope();
  const county = division.slice(0, 6);
  const [month] = useMonth();
  const [region] = useFilter('region');
  const [benefit] = useFilter('benefit');
  const [doubtful] = useFilter('doubtful');
  const [open, setOpen] = useState<Rate>();
  const rates = useQuery(ratesQuery({ division, month, region: region || undefined }));
  const all = sectionsOf(rates.data?.rates ?? [], month);
  const named = benefit === '' ? all : all.filter(({ title }) => title === benefit);
  const sections = doubtful === '1' ? named.map(doubtfulOf).filter(({ tables }) => tables.length > 0) : named;
  const place = rates.data?.region ?? county;
  return (
    <>
      <RateFilters regions={rates.data?.regions ?? []} sections={sections} place={place} />
      <div className={open ? 'two std-two' : 'std-two'}>
        <div className="std">
          <Waiting packages={packages} />
          <Part query={rates}>
            {({ adoptedDerived }) => (
              <>
                {isAround(place, county) && (
                  <Lacks lacking={lackingOf(all)} month={month} adoptedDerived={adoptedDerived} rates={all} />
                )}
                {sections.length === 0 && <Empty words="这个月没有这样的标准。" />}
                <RateTables sections={sections} county={county} open={open} onOpen={setOpen} />
              </>
            )}
          </Part>
        </div>
        {open && <History rate={open} region={place} county={county} onClose={() => setOpen(undefined)} />}
      </div>
    </>
  );
}

/** Only what is derived, unknown or doubtful of a section. */
function doubtfulOf({ title, tables }: RateSection): RateSection {
  const isDoubtful = ({ status, confidence }: Rate) => status !== 'published' || confidence === 'low';
  return { title, tables: tables.filter(({ rates }) => rates.some(isDoubtful)) };
}

interface FiltersProps {
  readonly regions: readonly string[];
  readonly sections: readonly RateSection[];
  readonly place: string;
}

function RateFilters({ regions, sections, place }: FiltersProps) {
  const { division } = useScope();
  const { user } = useSession();
  const [month, setMonth] = useMonth();
  const go = useGo();
  const county = division.slice(0, 6);
  const mayEnter = user?.actions.includes('law.write') === true;
  const enter = () => go('/pay/standards/new');
  useShortcuts(mayEnter ? { n: { words: '录入一份新标准', run: enter } } : {});
  const others = regions.filter((one) => !isAround(one, county));
  const levels = levelsOf(county).slice(0, 1);
  const options = [...levels.map(({ region }) => region), ...others].map((value) => ({
    value,
    label: regionName(value, county),
  }));
  return (
    <FilterLine
      actions={
        <>
          <PrintRates sections={sections} month={month} place={place} />
          {mayEnter && (
            <button type="button" className="btn pri" onClick={enter}>
              录入新标准 N
            </button>
          )}
        </>
      }
    >
      <input
        type="month"
        className="field std-month"
        aria-label="月份"
        value={month}
        onChange={(event) => setMonth(event.target.value)}
      />
      <FilterPick name="region" label="地区" all="本县" options={options} />
      <FilterPick
        name="benefit"
        label="项目"
        options={SECTIONS.map(({ title }) => ({ value: title, label: title }))}
      />
      <FilterTick name="doubtful" label="只看推算、存疑、不详" />
    </FilterLine>
  );
}

/** What waits for a second person, above everything. */
function Waiting({ packages }: { packages: readonly EnteredPackage[] }) {
  const waiting = packages.filter(({ state }) => state === 'entered');
  return (
    <>
      {waiting.map(({ id, title, history, mayAdopt }) => (
        <Note
          key={id}
          kind="check"
          words="待采用"
          action={
            <GoLink to={`/pay/standards/p/${id}`} className="btn s">
              {mayAdopt ? '看影响，采用' : '打开'}
            </GoLink>
          }
        >
          {title}，{history[0]?.actorName} {history[0]?.officeDay} 录入。采用以前不影响任何人的应发。
        </Note>
      ))}
    </>
  );
}
