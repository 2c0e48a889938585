import { errorWords } from '../api/errors.ts';
import { Shape } from './Icon.tsx';

interface ProblemProps {
  readonly problem: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** A part that could not load or a command that was refused, said in its own place. */
export function Problem({ problem, onRetry }: ProblemProps) {
  return (
    <div className="note stop row" role="alert">
      <span className="stop nowrap">
        <Shape kind="must" /> 出错
      </span>
      <div className="grow">
        {errorWords(problem).map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
      {onRetry && (
        <button type="button" className="btn s" onClick={onRetry}>
          重试
        </button>
      )}
    </div>
  );
}
