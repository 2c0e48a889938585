import { useRouter } from '@tanstack/react-router';
import { Problem } from '../components/Problem.tsx';

/** A whole page that could not be shown; the menu above it still works. */
export function RouteProblem({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div className="page">
      <Problem problem={error} onRetry={again} />
    </div>
  );
}
