import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { useScope } from '../../app/scope.ts';
import type { Search } from '../../app/search.ts';
import { Part } from '../../components/index.ts';
import { lineQuery } from './data.ts';

/** One payment, opened from a figure or a finding: its batch, with only its person's lines to be seen. */
export function Page() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { division } = useScope();
  const query = useQuery(lineQuery(division, id));
  return (
    <Part query={query} waiting="正在取这一笔…">
      {({ batchId, person }) => (
        <Navigate
          to={`/pay/b/${batchId}` as never}
          search={((old: Search) => ({ ...old, q: person.name })) as never}
          replace
        />
      )}
    </Part>
  );
}
