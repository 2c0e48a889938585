import type { UseQueryResult } from '@tanstack/react-query';
import { RefusedError } from '../../api/errors.ts';
import { Part } from '../../components/index.ts';
import { type MeasuredEffects, rollEffectWords } from './changeWords.ts';

interface EffectListProps<Data extends MeasuredEffects> {
  readonly query: UseQueryResult<Data>;
  /** What is known without asking, first. */
  readonly lead?: readonly string[];
}

/** 影响, measured by the server without making the change; what could not be made is said as it would be refused. */
export function EffectList<Data extends MeasuredEffects>({ query, lead = [] }: EffectListProps<Data>) {
  if (query.error instanceof RefusedError && query.data === undefined)
    return <p className="check">{query.error.message}</p>;
  return (
    <Part query={query} waiting="正在算影响…">
      {(effects) => {
        const lines = [...lead, ...rollEffectWords(effects)];
        return (
          <ul className="people-effects">
            {(lines.length === 0 ? ['不影响金额、指标和已签报告。'] : lines).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        );
      }}
    </Part>
  );
}
