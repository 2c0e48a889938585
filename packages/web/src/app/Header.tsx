import { useSession } from '../api/session.ts';
import { largeType, usePreference } from '../lib/preference.ts';
import { Find } from './Find.tsx';
import { GoLink } from './links.tsx';
import { isBuilt } from './rooms.ts';
import { useScope, useSetSearch, yearsOf } from './scope.ts';
import { UserMenu } from './UserMenu.tsx';

function YearPick() {
  const session = useSession();
  const { year } = useScope();
  const setSearch = useSetSearch();
  const years = yearsOf(session);
  const shown = years.includes(year) ? years : [year, ...years];
  return (
    <label className="pick year">
      <span>
        年度 <b>{year}</b>
        <span className="caret" aria-hidden="true" />
      </span>
      <select
        aria-label="年度"
        value={year}
        onChange={(event) => setSearch({ year: event.target.value, asOf: undefined })}
      >
        {shown.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </label>
  );
}

export function LargeToggle() {
  const large = usePreference(largeType);
  return (
    <button type="button" className="lnk" aria-pressed={large} onClick={() => largeType.set(!large)}>
      {large ? '标准字' : '大字'}
    </button>
  );
}

export function Header({ onKeys }: { onKeys: () => void }) {
  const { divisionName } = useScope();
  const session = useSession();
  return (
    <header className="hd">
      <GoLink to="/" className="brand">
        双拥台账
      </GoLink>
      {divisionName !== '' && <span className="town">{divisionName}</span>}
      <YearPick />
      <Find />
      <nav className="usual" aria-label="常用">
        {session.todayIsSet && <span>今天按 {session.today}</span>}
        {isBuilt('/import') && session.user?.actions.includes('imports.write') && (
          <GoLink to="/import">导入</GoLink>
        )}
        <LargeToggle />
        <GoLink to="/help">帮助</GoLink>
        <UserMenu onKeys={onKeys} />
      </nav>
    </header>
  );
}
