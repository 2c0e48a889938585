import { useQuery } from '@tanstack/react-query';
import { useGo } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { aroundQuery, type Person } from './data.ts';
import { movePlace, rememberedPlace } from './listPlace.ts';

/** 第 n 人, and the one before and after: in the list one came from, else in the township's order. */
export function Neighbours({ person }: { person: Person }) {
  const go = useGo();
  const { division } = useScope();
  const place = rememberedPlace();
  const index = place?.index ?? 0;
  const around = useQuery({
    ...aroundQuery(place?.ask ?? { division, asOf: '', tab: 'all' }, index),
    enabled: place !== undefined,
  }).data;
  const at = around?.rows.findIndex((row) => row.id === person.id) ?? -1;
  const inList = around !== undefined && at >= 0;
  const previous = inList ? around.rows[at - 1]?.id : person.previous;
  const next = inList ? around.rows[at + 1]?.id : person.next;
  const position = inList ? Math.max(0, index - 1) + at + 1 : person.position;
  const step = (id: string | null | undefined, by: number) => {
    if (!id) return false;
    if (inList) movePlace(by);
    go(`/people/${id}`);
    return true;
  };
  const back = () => go('/people', place?.search ?? {});
  useShortcuts({
    '[': { words: '上一人', run: () => step(previous, -1) },
    ']': { words: '下一人', run: () => step(next, 1) },
    Escape: { words: '回到名册', run: back },
  });
  return (
    <span className="row gap4 t2 nowrap">
      {position !== null && (
        <span>
          第 {position} 人，共 {inList ? around.total : person.count}
        </span>
      )}
      <button type="button" className="lnk t2" disabled={!previous} onClick={() => step(previous, -1)}>
        [ 上一人
      </button>
      <button type="button" className="lnk t2" disabled={!next} onClick={() => step(next, 1)}>
        ] 下一人
      </button>
    </span>
  );
}
