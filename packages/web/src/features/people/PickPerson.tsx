import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useScope } from '../../app/scope.ts';
import { TextField } from '../../components/index.ts';
import { fetchPeople, type PersonListed } from './data.ts';

interface PickPersonProps {
  readonly label?: string;
  readonly hint?: string;
  readonly onPick: (person: PersonListed) => void;
}

/** One person of the roll by name, letters or the last digits of his number: the first eight are shown. */
export function PickPerson({ label = '谁', hint = '姓名、拼音、身份证后四位。', onPick }: PickPersonProps) {
  const { division, asOf } = useScope();
  const [q, setQ] = useState('');
  const asked = useDeferredValue(q.trim());
  const found = useQuery({
    queryKey: ['people', 'pick', division, asked],
    queryFn: () => fetchPeople({ division, asOf, tab: 'all', q: asked }, 0, 8),
    enabled: asked.length > 0,
  }).data;
  return (
    <>
      <TextField id="who" label={label} hint={hint} autoComplete="off" value={q} onChange={setQ} />
      <ul className="people-found">
        {asked !== '' &&
          found?.rows.map((person) => (
            <li key={person.id}>
              <button type="button" className="lnk" onClick={() => onPick(person)}>
                {person.name}
              </button>{' '}
              <span className="t2">
                {person.village ?? '村不详'}　{person.identity ?? ''}
              </span>
            </li>
          ))}
        {asked !== '' && found?.rows.length === 0 && <li className="t2">没有找到，或不在您的管辖范围。</li>}
      </ul>
    </>
  );
}
